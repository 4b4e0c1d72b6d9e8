import { weightedIndexes, zipfWeights } from "./random";

/** How many different words the texts are made of; how often each comes follows Zipf's law. */
const vocabularySize = 30_000;

const onsets = [
  "b",
  "c",
  "d",
  "f",
  "g",
  "h",
  "j",
  "k",
  "l",
  "m",
  "n",
  "p",
  "r",
  "s",
  "t",
  "v",
  "w",
  "z",
  "st",
  "tr",
];
const vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
const codas = ["", "n", "r", "s", "t", "l", "nd", "rk"];

/** Texts in scripts written without spaces, so that they are among what is searched. */
const otherScripts = [
  "明日の会議は午後三時に始まります",
  "我们下周发布新版本",
  "ประชุมพรุ่งนี้ตอนบ่ายสามโมง",
  "내일 회의는 오후 세 시에 시작합니다",
];

/**
 * Words that benchmarks search for, each in about one of so many messages; no other word of the texts contains them.
 */
const plantedWords = { rareword: 1_000_000, mediumword: 10_000, commonword: 20 } as const;

/** The i-th word of the vocabulary, common ones short: i in base 20 × 8 × 8, written in syllables. */
function wordAt(i: number): string {
  let word = "";
  let rest = i;
  do {
    word += `${onsets[rest % 20]}${vowels[Math.floor(rest / 20) % 8]}${codas[Math.floor(rest / 160) % 8]}`;
    rest = Math.floor(rest / 1_280);
  } while (rest > 0);
  return word;
}

/**
 * Makes message texts: 1 to 40 words, most of them few; one in fifty with a link, one in a hundred in a script
 * without spaces.
 */
export function textMaker(random: () => number): () => string {
  const vocabulary = Array.from({ length: vocabularySize }, (_, i) => wordAt(i));
  const nextWord = weightedIndexes(zipfWeights(vocabularySize, 1), random);
  const planted = Object.entries(plantedWords);
  return () => {
    const kind = random();
    if (kind < 0.01) return otherScripts[Math.floor(random() * otherScripts.length)] as string;
    const words = Array.from(
      { length: 1 + Math.floor(40 * random() ** 3) },
      () => vocabulary[nextWord()] as string,
    );
    for (const [word, onceIn] of planted) if (random() * onceIn < 1) words.push(word);
    if (kind < 0.03) words.push(`https://example.org/${words[0]}`);
    return words.join(" ");
  };
}
