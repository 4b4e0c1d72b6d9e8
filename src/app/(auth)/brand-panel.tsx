import { getTranslations } from "next-intl/server";
import { Logo } from "@/components/logo";
import { cn } from "@/lib/cn";

const bubbles = [
  { tint: "tint-40", lines: ["w-44", "w-28"] },
  { tint: "tint-235", lines: ["w-56"] },
  { tint: null, lines: ["w-40", "w-52"] },
  { tint: "tint-130", lines: ["w-64", "w-60", "w-24"] },
  { tint: null, lines: ["w-32"] },
];

/** The wide half of the sign-in pages: a quiet picture of a conversation, and one sentence. */
export async function BrandPanel({ logo }: { logo?: string }) {
  const t = await getTranslations();
  return (
    <aside className="dark brand-panel relative hidden flex-col justify-between gap-12 overflow-hidden p-10 text-white lg:flex xl:p-14">
      <p className="flex items-center gap-2.5 font-semibold text-lg tracking-tight">
        <Logo src={logo} className="size-9" />
        {t("common.appName")}
      </p>
      <div aria-hidden="true" className="mx-auto flex w-full max-w-md flex-col gap-4">
        {bubbles.map(({ tint, lines }) => (
          <div key={lines.join()} className={cn("flex items-end gap-3", !tint && "justify-end")}>
            {tint && <span className={cn("size-8 shrink-0 rounded-full", tint)} />}
            <span
              className={cn(
                "flex flex-col gap-2.5 rounded-2xl px-4 py-4",
                tint ? "rounded-es-sm bg-white/10" : "rounded-ee-sm bg-primary/85",
              )}
            >
              {lines.map((width) => (
                <span
                  key={width}
                  className={cn(
                    "h-1.5 rounded-full",
                    width,
                    tint ? "bg-white/35" : "bg-primary-foreground/45",
                  )}
                />
              ))}
            </span>
          </div>
        ))}
      </div>
      <div className="max-w-md space-y-3">
        <p className="text-balance font-semibold text-3xl leading-tight tracking-tight">
          {t("auth.panel.title")}
        </p>
        <p className="text-pretty text-white/85">{t("auth.panel.description")}</p>
      </div>
    </aside>
  );
}
