import { sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { instanceLogo } from "@/server/db/schema/settings";
import { transaction } from "@/server/db/transaction";
import type { SaveLogoInput } from "../../input";
import type { LogoAddresses } from "../logo-limits";
import { forgetLogo, readLogo } from "./get-logo";
import { type RenderedLogo, renderLogo } from "./render-logo";

/** Gives the instance a logo of its own, made from a file (base64). Throws what `renderLogo` throws. */
export async function saveLogo(ctx: ActorContext, { picture }: SaveLogoInput): Promise<LogoAddresses | null> {
  return replaceLogo(ctx, await renderLogo(Buffer.from(picture, "base64")));
}

/** Takes the instance's logo away: the product's own is shown again. Where there is none, nothing happens. */
export function removeLogo(ctx: ActorContext): Promise<LogoAddresses | null> {
  return replaceLogo(ctx, []);
}

async function replaceLogo(ctx: ActorContext, rendered: RenderedLogo[]): Promise<LogoAddresses | null> {
  const logo = await transaction(ctx, async (tx) => {
    await tx.db.execute(sql`lock table ${instanceLogo} in share row exclusive mode`);
    const before = await readLogo(tx.db);
    await tx.db.delete(instanceLogo);
    if (rendered.length > 0) await tx.db.insert(instanceLogo).values(rendered);
    const after = await readLogo(tx.db);
    if (before?.large !== after?.large) {
      tx.audit({
        action: "setting.changed",
        target: { type: "settings", id: "logo" },
        before: before?.large ?? null,
        after: after?.large ?? null,
      });
    }
    return after;
  });
  forgetLogo();
  return logo;
}
