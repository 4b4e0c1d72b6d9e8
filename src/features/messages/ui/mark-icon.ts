const dot = '<circle cx="24.5" cy="7.5" r="7" fill="#c8372d" stroke="#fff" stroke-width="1.5"/>';

/** Draws a dot on the page's icon. Returns how to take it off again. */
export function markIcon(): () => void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const plain = link?.href;
  if (!link || !plain) return () => {};
  let taken = false;
  fetch(plain)
    .then((answer) => answer.text())
    .then((svg) => {
      if (taken || !svg.includes("</svg>")) return;
      link.href = `data:image/svg+xml,${encodeURIComponent(svg.replace("</svg>", `${dot}</svg>`))}`;
    })
    // The icon stays plain.
    .catch(() => {});
  return () => {
    taken = true;
    link.href = plain;
  };
}
