import { type FilterAction, type FilterMatch, type FilterRule, filterActions } from "./dto";
import { foldedWords } from "./folded-words";
import { linkHosts } from "./link-hosts";
import { matchesGlob } from "./matches-glob";

export type CompiledFilters = (text: string) => FilterMatch | null;

type Target = { action: FilterAction; text: string };

/**
 * Makes one function of all rules. Nothing in it is a regular expression of anybody's: words are looked up, phrases
 * searched, and patterns stepped through, so that no rule and no message can make it slow. When several rules find
 * something, the strongest action counts.
 */
export function compileFilters(rules: FilterRule[]): CompiledFilters {
  const words = new Map<string, Target>();
  const domains = new Map<string, Target>();
  const phrases: (Target & { folded: string })[] = [];
  const patterns: (Target & { folded: string })[] = [];
  for (const { kind, text, action } of rules) {
    const target = { action, text };
    if (kind === "domain") keepStronger(domains, text, target);
    else if (kind === "pattern") patterns.push({ ...target, folded: foldPattern(text) });
    else {
      const folded = foldedWords(text);
      if (folded.length === 0) continue;
      if (folded.length === 1) keepStronger(words, folded[0] as string, target);
      else phrases.push({ ...target, folded: ` ${folded.join(" ")} ` });
    }
  }

  return (text) => {
    let strongest: Target | null = null;
    const note = (target: Target | undefined) => {
      if (target && (!strongest || isStronger(target, strongest))) strongest = target;
    };
    const said = foldedWords(text);
    if (words.size > 0) for (const word of said) note(words.get(word));
    if (phrases.length > 0) {
      const line = ` ${said.join(" ")} `;
      for (const phrase of phrases) if (line.includes(phrase.folded)) note(phrase);
    }
    if (patterns.length > 0) {
      const distinct = new Set(said);
      for (const pattern of patterns) {
        for (const word of distinct) {
          if (!matchesGlob(word, pattern.folded)) continue;
          note(pattern);
          break;
        }
      }
    }
    if (domains.size > 0) {
      for (const host of linkHosts(text)) for (const each of withParents(host)) note(domains.get(each));
    }
    const found = strongest as Target | null;
    return found && { action: found.action, found: found.text };
  };
}

const isStronger = (one: Target, other: Target) =>
  filterActions.indexOf(one.action) > filterActions.indexOf(other.action);

function keepStronger(held: Map<string, Target>, key: string, target: Target) {
  const before = held.get(key);
  if (!before || isStronger(target, before)) held.set(key, target);
}

/** Folds what stands between the wildcards. */
const foldPattern = (text: string) =>
  text
    .split(/([*?])/)
    .map((part) => (part === "*" || part === "?" ? part : foldedWords(part).join("")))
    .join("");

/** `a.b.example` is within `b.example` and `example`. */
function withParents(host: string): string[] {
  const labels = host.split(".");
  return labels.map((_, i) => labels.slice(i).join("."));
}
