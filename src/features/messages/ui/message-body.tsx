import { memo } from "react";
import { cn } from "@/lib/cn";
import { linkify } from "../linkify";

/** Up to three emoji and nothing else. */
const emojiOnly =
  /^(?:\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*\s?){1,3}$/u;

/** A message's text as it was written: lines kept, long words broken, web addresses clickable. */
export const MessageBody = memo(function MessageBody({
  body,
  tabbable,
}: {
  body: string;
  /** its links are tab stops, as those of the message on which the focus is */
  tabbable: boolean;
}) {
  const large = body.length < 60 && emojiOnly.test(body);
  return (
    <div
      dir="auto"
      className={cn(
        "wrap-anywhere max-w-[52rem] whitespace-pre-wrap",
        large ? "py-1 text-3xl" : "text-[0.9375rem]/6",
      )}
    >
      {linkify(body).map((part, index) =>
        part.kind === "text" ? (
          part.text
        ) : (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their places
            key={index}
            href={part.href}
            target="_blank"
            tabIndex={tabbable ? 0 : -1}
            rel="noopener noreferrer nofollow"
            className="text-primary underline decoration-primary/40 underline-offset-2 hover:decoration-primary"
          >
            {part.text}
          </a>
        ),
      )}
    </div>
  );
});
