"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import {
  Field,
  FieldContent,
  FieldDescription,
  FieldLabel,
  FieldLegend,
  FieldSet,
  FieldTitle,
} from "@/components/ui/field";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import { settingsRegistry } from "../../registry";

const { value: policies, initial } = settingsRegistry.signUpPolicy;

/** Who may create an account; each choice says what it means. */
export function SignUpPolicyField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations("admin.settings");
  const id = useId();
  return (
    <FieldSet className="gap-2">
      <FieldLegend variant="label" id={id} className="mb-1">
        {t("signUpPolicy")}
      </FieldLegend>
      <RadioGroup name="signUpPolicy" aria-labelledby={id} value={value} onValueChange={onChange}>
        {policies.options.map((policy) => (
          <FieldLabel key={policy} htmlFor={`${id}-${policy}`}>
            <Field orientation="horizontal">
              <RadioGroupItem
                id={`${id}-${policy}`}
                value={policy}
                aria-labelledby={`${id}-${policy}-name`}
                aria-describedby={`${id}-${policy}-hint`}
              />
              <FieldContent>
                <FieldTitle id={`${id}-${policy}-name`}>{t(`policy.${policy}`)}</FieldTitle>
                <FieldDescription id={`${id}-${policy}-hint`}>{t(`policy.${policy}Hint`)}</FieldDescription>
              </FieldContent>
            </Field>
          </FieldLabel>
        ))}
      </RadioGroup>
      <FieldDescription className="text-xs">
        {t("default", { value: t(`policy.${initial}`) })}
      </FieldDescription>
    </FieldSet>
  );
}
