import { memo, useMemo } from "react";
import { usePersonName } from "@/components/use-person-name";
import { cn } from "@/lib/cn";
import type { Mentions } from "../dto";
import { linkify } from "../linkify";
import { useFormatter } from "../markdown/formatter";
import { Blocks } from "./markdown/blocks";
import { Inline } from "./markdown/inline";
import { mentionNames } from "./markdown/mention-chip";

/** Up to three emoji and nothing else. */
const emojiOnly =
  /^(?:\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*\s?){1,3}$/u;

const nobody: Mentions = { users: [], everyone: null };

type Props = { body: string; mentions?: Mentions; ownId: string };

/**
 * A message's text: its Markdown as elements (never as HTML), those who are addressed set off, web addresses
 * clickable. What cannot be formatted safely, or not yet, stands as it was written.
 */
export const MessageBody = memo(function MessageBody({ body, mentions = nobody, ownId }: Props) {
  const personName = usePersonName();
  const format = useFormatter();
  const tokens = useMemo(() => format?.(body), [format, body]);
  const names = useMemo(() => mentionNames(mentions, ownId, personName), [mentions, ownId, personName]);
  const large = body.length < 60 && emojiOnly.test(body);
  return (
    <div
      data-body
      dir="auto"
      className={cn(
        "wrap-anywhere max-w-[52rem]",
        large ? "py-1 text-3xl" : "space-y-1 text-[0.9375rem]/6 compact:space-y-0 compact:text-sm/5",
      )}
    >
      {tokens ? <Blocks tokens={tokens} names={names} /> : <Plain body={body} />}
    </div>
  );
});

function Plain({ body }: { body: string }) {
  const tokens = linkify(body).map((part) => ({
    ...part,
    type: part.kind,
    raw: part.text,
    tokens: undefined,
  }));
  const inner = (text: string) => [{ type: "text", raw: text, text }];
  return (
    <p className="whitespace-pre-wrap">
      <Inline
        tokens={tokens.map((token) =>
          token.kind === "link" ? { ...token, tokens: inner(token.text) } : token,
        )}
        names={new Map()}
      />
    </p>
  );
}
