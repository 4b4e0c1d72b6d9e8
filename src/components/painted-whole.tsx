/**
 * Has the browser wait with the page's first picture until it has read the element with this id: in parts, of which
 * later ones push earlier ones about, a page is shown otherwise. Browsers that do not know of it do that still.
 */
export const PaintedWhole = ({ id }: { id: string }) => (
  <link rel="expect" href={`#${id}`} blocking="render" />
);
