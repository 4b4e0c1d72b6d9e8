import type { MarkedToken, Token, Tokens } from "marked";
import type { ReactNode } from "react";
import { CodeBlock } from "./code-block";
import { Inline } from "./inline";
import type { MentionNames } from "./mention-chip";

/** Paragraphs, quotes, lists and code, one below the other. */
export function Blocks({ tokens, names }: { tokens: Token[]; names: MentionNames }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their places
  return tokens.map((token, index) => <Block key={index} token={token as MarkedToken} names={names} />);
}

function Block({ token, names }: { token: MarkedToken; names: MentionNames }): ReactNode {
  switch (token.type) {
    case "space":
      return null;
    case "heading":
      return (
        <p className="font-semibold" dir="auto">
          <Inline tokens={token.tokens} names={names} />
        </p>
      );
    case "blockquote":
      return (
        <blockquote className="border-primary/40 border-s-2 ps-3 text-muted-foreground" dir="auto">
          <Blocks tokens={token.tokens} names={names} />
        </blockquote>
      );
    case "code":
      return <CodeBlock code={token.text} language={token.lang ?? ""} />;
    case "list":
      return <List list={token} names={names} />;
    case "paragraph":
      return (
        <p dir="auto">
          <Inline tokens={token.tokens} names={names} />
        </p>
      );
    default:
      return <Inline tokens={[token]} names={names} />;
  }
}

function List({ list, names }: { list: Tokens.List; names: MentionNames }) {
  const items = list.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their places
    <li key={index} className={item.task ? "-ms-5 list-none" : undefined} dir="auto">
      <Blocks tokens={item.tokens} names={names} />
    </li>
  ));
  return list.ordered ? (
    <ol start={list.start === "" ? 1 : list.start} className="list-decimal ps-7">
      {items}
    </ol>
  ) : (
    <ul className="list-disc ps-5">{items}</ul>
  );
}
