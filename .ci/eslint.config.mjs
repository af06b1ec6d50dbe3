// How scripts are written: the preview's client in modules, what pages load later too, a theme's script for older browsers, tests for node.
//
//     .ci/node_modules/.bin/eslint --config .ci/eslint.config.mjs

import js from "@eslint/js";
import globals from "globals";

const CLIENT = "src/byeoru/serve/client/*.js";
const MODULES = ["themes/hanji/static/search/*.js", "themes/hanji/static/graph/*.js", "themes/hanji/static/popovers.js"];
const TESTS = "tests/**/*.test.mjs";

export default [
  { ignores: ["**/node_modules/", ".venv/", "site/", "bench/", "tests/golden/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-shadow": "error",
      "no-throw-literal": "error",
      "no-use-before-define": ["error", { functions: false }],
      // Text from a file of the author's never becomes markup.
      "no-restricted-syntax": ["error", {
        selector: "AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]",
        message: "Make nodes and set their textContent.",
      }],
    },
  },
  {
    files: [CLIENT, ...MODULES],
    languageOptions: { sourceType: "module", globals: globals.browser },
    rules: { "no-var": "error", "object-shorthand": "error", "prefer-const": ["error", { destructuring: "all" }], "prefer-template": "error" },
  },
  { files: ["themes/**/*.js"], ignores: MODULES, languageOptions: { sourceType: "script", ecmaVersion: 5, globals: globals.browser }, rules: { "no-unused-vars": ["error", { caughtErrors: "none" }] } },
  { files: [TESTS], languageOptions: { sourceType: "module", globals: { ...globals.node, document: "readonly" } }, rules: { "no-var": "error", "prefer-const": "error" } },
];
