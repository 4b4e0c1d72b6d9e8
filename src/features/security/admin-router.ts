import { permittedProcedure, router } from "@/server/trpc/init";
import {
  acknowledgeManyEventsInput,
  acknowledgeSecurityEventsInput,
  addIpRuleInput,
  changeIpRuleInput,
  checkIpRuleInput,
  ipRuleFilter,
  listIpRulesInput,
  listSecurityEventsInput,
  removeIpRuleInput,
  removeIpRulesInput,
  securityEventFilter,
  securityEventInput,
} from "./input";
import { acknowledgeManyEvents } from "./server/events/acknowledge-many-events";
import { acknowledgeSecurityEvents } from "./server/events/acknowledge-security-events";
import { countOpenEvents } from "./server/events/count-open-events";
import { countSecurityEvents } from "./server/events/count-security-events";
import { listSecurityEvents } from "./server/events/list-security-events";
import { reopenSecurityEvent } from "./server/events/reopen-security-event";
import { getRateLimits } from "./server/get-rate-limits";
import { addIpRule } from "./server/ip-rules/add-ip-rule";
import { changeIpRule } from "./server/ip-rules/change-ip-rule";
import { checkIpRule } from "./server/ip-rules/check-ip-rule";
import { countIpRules } from "./server/ip-rules/count-ip-rules";
import { listIpRules } from "./server/ip-rules/list-ip-rules";
import { removeIpRule } from "./server/ip-rules/remove-ip-rule";
import { removeManyRules } from "./server/ip-rules/remove-many-rules";

const view = permittedProcedure("security.view");
const manage = permittedProcedure("security.manage");

export const adminSecurityRouter = router({
  events: router({
    list: view.input(listSecurityEventsInput).query(({ input }) => listSecurityEvents(input)),
    countMatching: view.input(securityEventFilter).query(({ input }) => countSecurityEvents(input)),
    countOpen: view.query(() => countOpenEvents()),
    acknowledge: manage
      .input(acknowledgeSecurityEventsInput)
      .mutation(({ ctx, input }) => acknowledgeSecurityEvents(ctx, input)),
    acknowledgeMany: manage
      .input(acknowledgeManyEventsInput)
      .mutation(({ ctx, input }) => acknowledgeManyEvents(ctx, input)),
    reopen: manage.input(securityEventInput).mutation(({ ctx, input }) => reopenSecurityEvent(ctx, input)),
  }),
  ipRules: router({
    list: view.input(listIpRulesInput).query(({ input }) => listIpRules(input)),
    check: manage.input(checkIpRuleInput).query(({ ctx, input }) => checkIpRule(ctx, input)),
    add: manage.input(addIpRuleInput).mutation(({ ctx, input }) => addIpRule(ctx, input)),
    change: manage.input(changeIpRuleInput).mutation(({ ctx, input }) => changeIpRule(ctx, input)),
    remove: manage.input(removeIpRuleInput).mutation(async ({ ctx, input }) => {
      await removeIpRule(ctx, input);
    }),
    countMatching: view.input(ipRuleFilter).query(({ input }) => countIpRules(input)),
    removeMany: manage.input(removeIpRulesInput).mutation(({ ctx, input }) => removeManyRules(ctx, input)),
  }),
  limits: view.query(() => getRateLimits()),
});
