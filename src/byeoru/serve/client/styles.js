// Styles of the preview's own elements. They are in a shadow root, so their rules and those of the theme do not interfere.

export default `
:host { all: initial !important; color-scheme: inherit !important; position: fixed !important; inset: auto 0.5rem 0.5rem auto !important;
  z-index: 2147483000 !important; max-width: calc(100vw - 1rem) !important }
* { box-sizing: border-box }
section, dialog { --paper: light-dark(#fbfaf7, #1d1c1a); --ink: light-dark(#22201c, #f1eee7); --line: light-dark(#8d877b, #7d786d);
  --red: light-dark(#8c1d12, #ffb4a6); font: 13px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
section { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.6rem; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 6px }
section > :empty, [hidden] { display: none }
button, a { font: inherit; color: inherit; background: none; border: 0; min-width: 24px; min-height: 28px; padding: 0 4px; cursor: pointer;
  text-decoration: underline; text-underline-offset: 3px; display: inline-flex; align-items: center; justify-content: center }
.fold { text-decoration: none }
:focus-visible { outline: 2px solid currentColor; outline-offset: 1px }
b { border: 1px solid currentColor; border-radius: 3px; padding: 0 4px; font-weight: 600 }
.bad { color: var(--red) }
dialog { width: min(60rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem); overflow: auto; padding: 1rem 1.25rem; border: 1px solid var(--line);
  border-top: 4px solid var(--red); border-radius: 6px; font-size: 15px }
dialog::backdrop { background: #0008 }
.head { display: flex; justify-content: space-between; align-items: start; gap: 1rem }
h2 { font-size: 1.2em; margin: 0 } p { margin: 0.4em 0 } ol { list-style: none; padding: 0; margin: 1em 0 0 }
li { border-top: 1px solid var(--line); padding: 0.75em 0; overflow-wrap: anywhere }
pre { font: 0.93em/1.6 ui-monospace, monospace; margin: 0.5em 0; padding: 0.4em 0.6em; overflow-x: auto; background: light-dark(#efece4, #2a2825); color: var(--ink) }
mark { color: inherit; background: light-dark(#ffd9cf, #6b2a20); border-bottom: 2px solid var(--red) }
.desk { text-decoration: none; font-family: ui-monospace, monospace; letter-spacing: -0.1em }
.names { width: min(32rem, calc(100vw - 2rem)); margin-top: 12vh; border-top-color: var(--line); border-top-width: 1px }
.names input { font: inherit; width: 100%; padding: 0.4em 0.6em; color: inherit; background: none; border: 1px solid var(--line); border-radius: 4px }
.names p { font-size: 13px } .names ul { list-style: none; margin: 0; padding: 0 }
.names li { display: flex; flex-wrap: wrap; gap: 0 0.8em; padding: 0.35em 0.6em; border: 0; border-radius: 4px; cursor: pointer }
.names small { opacity: 0.75 } .names li:hover, .names [aria-selected="true"] { background: light-dark(#efece4, #2a2825) }
@media print { :host { display: none !important } }
`;

// Create an element; its content is always text, never HTML.
export function make(name, text = "", attributes = {}) {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) if (value !== false) element.setAttribute(attribute, value);
  return element;
}
