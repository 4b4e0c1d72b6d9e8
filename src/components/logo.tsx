import { cn } from "@/lib/cn";

/**
 * The mark: a speech bubble that is also an open ring, a conversation kept in one's own circle; or the picture
 * behind `src`, where an instance has one of its own.
 */
export function Logo({ src, className }: { src?: string; className?: string }) {
  if (src) {
    // Decorative: the name stands beside it.
    // biome-ignore lint/performance/noImgElement: the server has made it small already
    return <img src={src} alt="" className={cn("size-8 shrink-0 object-contain", className)} />;
  }
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className={cn("size-8 shrink-0", className)}>
      <path
        d="M16 3.5c7.2 0 12.5 5 12.5 11.6S23.2 26.7 16 26.7c-1.3 0-2.6-.2-3.800-.5l-5.1 2.5c-.7.3-1.500-.3-1.3-1.100l.9-4.300c-2-2.100-3.200-4.900-3.200-8.200C3.5 8.500 8.800 3.5 16 3.5Z"
        className="fill-primary"
      />
      <path
        d="M20.7 10.9a6.3 6.3 0 1 0 1.6 4.2"
        strokeWidth="3"
        strokeLinecap="round"
        className="stroke-primary-foreground"
      />
      <circle cx="21.6" cy="10.3" r="2.3" className="fill-unread" />
    </svg>
  );
}
