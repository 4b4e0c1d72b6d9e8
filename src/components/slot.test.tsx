import { createRef } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Slot } from "./slot";

type Seen = Record<string, (value: unknown) => () => void>;
const seen: { props: Seen } = { props: {} };

function Child(props: object) {
  seen.props = props as Seen;
  return null;
}

it("adds classes and styles up, and otherwise lets the child have its own way", () => {
  const page = renderToStaticMarkup(
    <Slot className="a" title="given" type="button" style={{ color: "red", top: 1 }}>
      <a href="/x" className="b" title="own" style={{ top: 2 }}>
        x
      </a>
    </Slot>,
  );
  expect(page).toBe('<a href="/x" class="a b" title="own" style="color:red;top:2px" type="button">x</a>');
});

it("lets both hear of an event, the child first, and both have the element", () => {
  const heard: string[] = [];
  const [outer, inner] = [createRef<HTMLButtonElement>(), createRef<HTMLButtonElement>()];
  const own = { ref: inner, onClick: () => heard.push("child") };
  renderToStaticMarkup(
    <Slot ref={outer} onClick={() => heard.push("slot")}>
      <Child {...own} />
    </Slot>,
  );
  seen.props.onClick?.({});
  expect(heard).toEqual(["child", "slot"]);
  const element = {} as HTMLButtonElement;
  const leave = seen.props.ref?.(element);
  expect([outer.current, inner.current]).toEqual([element, element]);
  leave?.();
  expect([outer.current, inner.current]).toEqual([null, null]);
});
