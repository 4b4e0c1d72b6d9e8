import { common, createLowlight } from "lowlight";
import type { ReactNode } from "react";

const lowlight = createLowlight(common);

/** The code as elements with a class for each kind of word; null for a language that is not known. */
export function highlightCode(code: string, language: string): ReactNode {
  if (!lowlight.registered(language)) return null;
  return toElements(lowlight.highlight(language, code).children);
}

type Node = ReturnType<typeof lowlight.highlight>["children"][number];

function toElements(nodes: Node[]): ReactNode[] {
  return nodes.map((node, index): ReactNode => {
    if (node.type === "text") return node.value;
    if (node.type !== "element") return null;
    const classes = node.properties.className;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their places
      <span key={index} className={Array.isArray(classes) ? classes.join(" ") : undefined}>
        {toElements(node.children)}
      </span>
    );
  });
}
