import type { DemoGroup } from "./conversation";
import { fieldNotes } from "./field-notes";
import { firmware } from "./firmware";
import { general } from "./general";
import { kitchenTable } from "./kitchen-table";
import { launch } from "./launch";
import { money } from "./money";
import { support } from "./support";
import { supportArabic } from "./support-arabic";

export const demoGroups: DemoGroup[] = [
  general,
  fieldNotes,
  firmware,
  support,
  kitchenTable,
  launch,
  supportArabic,
  money,
];
