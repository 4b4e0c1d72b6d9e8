"use client";

import { useQuery } from "@tanstack/react-query";

const margin = 2;

/** A text as a QR code, drawn here: it may be a secret, and goes nowhere. Dark on light whatever the theme, for cameras. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data: modules } = useQuery({
    queryKey: ["qr-code", text],
    queryFn: async () => (await import("uqr")).encode(text, { border: 0 }).data,
    gcTime: 0,
  });
  const size = (modules?.length ?? 0) + 2 * margin;
  const path = modules
    ?.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + margin} ${y + margin}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mx-auto size-48 rounded-md bg-white"
    >
      <path d={path} className="fill-black" />
    </svg>
  );
}
