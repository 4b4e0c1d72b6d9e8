"use client";

import { EyeIcon, EyeOffIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A password field that can be shown, and that says when Caps Lock is on. */
export function PasswordInput(props: Omit<ComponentProps<typeof Input>, "type">) {
  const t = useTranslations("common.password");
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent<HTMLInputElement>) =>
    setCapsLock(event.getModifierState("CapsLock"));
  return (
    <div>
      <div className="relative">
        <Input
          {...props}
          type={shown ? "text" : "password"}
          autoCapitalize="none"
          spellCheck={false}
          className="pe-11"
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          onBlur={() => setCapsLock(false)}
        />
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          aria-label={shown ? t("hide") : t("show")}
          onClick={() => setShown(!shown)}
          className="absolute end-1 inset-y-0 my-auto text-muted-foreground"
        >
          {shown ? <EyeOffIcon aria-hidden="true" /> : <EyeIcon aria-hidden="true" />}
        </Button>
      </div>
      <p role="status" className="mt-1.5 font-medium text-warning text-xs empty:hidden">
        {capsLock && t("capsLock")}
      </p>
    </div>
  );
}
