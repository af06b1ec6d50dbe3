/* What was typed, as words and filters. As `search/query.py`. */

import { agrees } from "./jamo.js";

const LENGTH = 200;
const WORDS = 8;
const RUN = /[^\0- \u00a0\u3000]+/g;
const WORD = /[가-힣ㄱ-ㅎㅏ-ㅣ]+|[a-z]{0,12}[0-9]+(?:[.][0-9]+)+|[a-z](?:[+][+]|#)(?![0-9a-z_])|[0-9a-z_à-öø-ɏͰ-ӿ]+|[ぁ-ヿ々㐀-鿿]+/g;
const SUFFIX = new RegExp("^(" +
  "(들|만|까지|부터|밖에|마다)?" +
  "(에|에서|에게|에게서|한테|으?로|으?로서|으?로써|으?로부터|에서부터|와|과|이?랑|하고|처럼|보다|만큼|대로|마다|부터|까지|조차|마저|밖에|뿐)?" +
  "(은|는|이|가|을|를|의|도|만|이?나|이?라도|이?란|이?다|엔|선|께)?" +
  "|(하|한|할|함|합|해(?![결시석제상])|했|되(?!돌)|된|될|됨|됩|돼|됐|시[키킨킬켜켰킴킵]|당[하한했]|받|스[러럽])[가-힣]{0,5}" +
  "|(이(?=[다며고면라지므어었죠기든])|인|일(?=[까때지])|임|입니|였|예요|라(?=[는고면서]))[가-힣]{0,4}|일" +
  ")$");
const NOUN = /^(함수|한[글계국]|할당|합[계성]|하[드위])/;

export function read(text) {
  const words = new Set();
  const filters = [];
  for (const run of Array.from(text).slice(0, LENGTH).join("").normalize("NFC").toLowerCase().match(RUN) ?? []) {
    if (/^[#@/]./s.test(run)) {
      filters.push(run);
      continue;
    }
    let isAfterLatin = false;
    for (const word of run.match(WORD) ?? []) {
      if (!isAfterLatin || !SUFFIX.test(word)) words.add(word);
      isAfterLatin = word < "ㄱ";
    }
  }
  return [[...words].slice(0, WORDS), filters];
}

/** Whether a rest is what may follow a stem, a noun, in one written word. */
export const follows = (stem, rest) => SUFFIX.test(rest) && !NOUN.test(rest) && agrees(stem, rest);
