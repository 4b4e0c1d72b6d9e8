"use client";

import {
  type ComponentProps,
  cloneElement,
  isValidElement,
  type ReactElement,
  type ReactNode,
  type Ref,
  use,
  useMemo,
} from "react";

type Props = Record<string, unknown>;
type Listener = (...values: unknown[]) => unknown;

/**
 * Gives its only child everything that is given here. Classes and styles add up, both hear of events, the child first,
 * and both get the element; otherwise what the child says itself wins.
 */
export function Slot({ children, ref, ...given }: ComponentProps<"button">) {
  const child = arrived(children);
  const own: Props = isValidElement<Props>(child) ? child.props : {};
  const both = useMemo(() => shared(ref, own.ref as Ref<HTMLElement>), [ref, own.ref]);
  if (!isValidElement<Props>(child)) return null;
  return cloneElement(child, { ...merged(given, own), ref: both });
}

/** What a server component hands on may still be on its way. */
function arrived(children: ReactNode): ReactNode {
  let child: unknown = children;
  while (typeof child === "object" && child && "_payload" in child) {
    child = use((child as { _payload: Promise<ReactElement> })._payload);
  }
  return child as ReactNode;
}

function merged(given: Props, own: Props): Props {
  const result = { ...given, ...own };
  for (const [name, value] of Object.entries(own)) {
    const outer = given[name];
    if (outer === undefined) continue;
    if (name === "className") result[name] = [outer, value].filter(Boolean).join(" ");
    else if (name === "style") result[name] = { ...(outer as object), ...(value as object) };
    else if (/^on[A-Z]/.test(name) && typeof outer === "function" && typeof value === "function") {
      result[name] = (...values: unknown[]) => {
        (value as Listener)(...values);
        (outer as Listener)(...values);
      };
    }
  }
  return result;
}

function shared<Element>(outer: Ref<Element> | undefined, inner: Ref<Element> | undefined) {
  if (!outer || !inner) return outer ?? inner;
  return (element: Element | null) => {
    const left = [outer, inner].map((ref) => set(ref, element));
    return () => {
      for (const leave of left) leave();
    };
  };
}

/** @returns takes the element away again */
function set<Element>(ref: NonNullable<Ref<Element>>, element: Element | null): () => void {
  if (typeof ref !== "function") {
    ref.current = element;
    return () => {
      ref.current = null;
    };
  }
  const leave = ref(element);
  return typeof leave === "function" ? leave : () => void ref(null);
}
