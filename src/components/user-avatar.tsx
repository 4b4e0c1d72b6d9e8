import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import { initials } from "@/lib/initials";
import { stableIndex } from "@/lib/stable-index";

export type Presence = "online" | "away" | "offline";

const tints = [
  "tint-15",
  "tint-40",
  "tint-65",
  "tint-95",
  "tint-130",
  "tint-155",
  "tint-180",
  "tint-205",
  "tint-235",
  "tint-265",
  "tint-300",
  "tint-340",
];

const sizes = {
  xs: "size-5 text-[0.5625rem]",
  sm: "size-7 text-[0.6875rem]",
  md: "size-9 text-[0.8125rem]",
  lg: "size-12 text-base",
  xl: "size-20 text-2xl",
};

const dots: Record<Presence, string> = {
  online: "bg-success",
  away: "border-2 border-warning bg-background",
  offline: "border-2 border-muted-foreground bg-background",
};

/**
 * A person's initials on a colour that is theirs on every screen. The name is read out elsewhere, so
 * only the presence, where given, is.
 */
export function UserAvatar({
  id,
  name,
  presence,
  size = "md",
  className,
}: {
  id: string;
  name: string;
  presence?: Presence;
  size?: keyof typeof sizes;
  className?: string;
}) {
  const t = useTranslations("common.presence");
  return (
    <span className={cn("relative inline-flex shrink-0 select-none", className)}>
      <span
        aria-hidden="true"
        className={cn(
          "flex items-center justify-center rounded-full font-semibold leading-none tracking-tight",
          sizes[size],
          tints[stableIndex(id, tints.length)],
        )}
      >
        {initials(name)}
      </span>
      {presence && (
        <span
          role="img"
          aria-label={t(presence)}
          className={cn(
            "-end-px -bottom-px absolute rounded-full ring-2 ring-background",
            size === "xl" ? "size-4" : size === "lg" ? "size-3" : "size-2.5",
            dots[presence],
          )}
        />
      )}
    </span>
  );
}
