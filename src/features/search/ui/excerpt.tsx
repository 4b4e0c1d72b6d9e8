import type { ExcerptPart } from "../dto";

/** A piece of a message, with what was searched for marked. */
export function Excerpt({ parts }: { parts: ExcerptPart[] }) {
  let at = 0;
  return (
    <span className="line-clamp-3 whitespace-pre-line break-words text-sm" dir="auto">
      {parts.map(({ text, hit }) => {
        const key = at;
        at += text.length;
        return hit ? (
          <mark key={key} className="rounded-sm bg-primary/20 font-semibold text-foreground">
            {text}
          </mark>
        ) : (
          <span key={key}>{text}</span>
        );
      })}
    </span>
  );
}
