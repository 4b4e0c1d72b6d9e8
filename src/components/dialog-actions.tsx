"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";

/** The end of a dialog that asks for something: Cancel, which closes it, then what it can do. */
export function DialogActions({ children }: { children?: ReactNode }) {
  const t = useTranslations("common");
  return (
    <DialogFooter>
      <DialogClose asChild>
        <Button type="button" variant="outline">
          {t("cancel")}
        </Button>
      </DialogClose>
      {children}
    </DialogFooter>
  );
}
