import type { MarkedToken, Token } from "marked";
import type { ReactNode } from "react";
import { splitMentions } from "../../mentions/parse-mentions";
import { safeAddress } from "../../safe-address";
import { MentionChip, type MentionNames } from "./mention-chip";

const linkStyle = "text-primary underline decoration-primary/40 underline-offset-2 hover:decoration-primary";

/** Formatted text within a line. Whatever is not known is shown as it was written. */
export function Inline({ tokens, names }: { tokens: Token[] | undefined; names: MentionNames }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their places
  return tokens?.map((token, index) => <Span key={index} token={token as MarkedToken} names={names} />);
}

function Span({ token, names }: { token: MarkedToken; names: MentionNames }): ReactNode {
  switch (token.type) {
    case "strong":
      return (
        <strong>
          <Inline tokens={token.tokens} names={names} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Inline tokens={token.tokens} names={names} />
        </em>
      );
    case "del":
      return (
        <del>
          <Inline tokens={token.tokens} names={names} />
        </del>
      );
    case "codespan":
      return <code className="rounded bg-muted px-1 py-0.5 font-mono text-[0.85em]">{token.text}</code>;
    case "br":
      return <br />;
    case "escape":
      return token.text;
    case "link": {
      const href = safeAddress(token.href);
      if (!href) return <Mentioned text={token.raw} names={names} />;
      return (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={linkStyle}>
          <Inline tokens={token.tokens.filter((inner) => inner.type !== "link")} names={names} />
        </a>
      );
    }
    case "text":
      return "tokens" in token && token.tokens ? (
        <Inline tokens={token.tokens} names={names} />
      ) : (
        <Mentioned text={token.text} names={names} />
      );
    case "checkbox":
      return token.checked ? "☑ " : "☐ ";
    default:
      return <Mentioned text={token.raw} names={names} />;
  }
}

/** Text with those who are addressed in it set off. A name of nobody stays as it was written. */
function Mentioned({ text, names }: { text: string; names: MentionNames }): ReactNode {
  return splitMentions(text).map((part, index) => {
    if (typeof part === "string") return part;
    const called = names.get(part.name.toLowerCase());
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their places
    return called ? <MentionChip key={index} {...called} /> : `@${part.name}`;
  });
}
