import { permittedProcedure, router } from "@/server/trpc/init";
import {
  acknowledgeSecurityEventsInput,
  addIpRuleInput,
  changeIpRuleInput,
  checkIpRuleInput,
  listIpRulesInput,
  listSecurityEventsInput,
  removeIpRuleInput,
} from "./input";
import { acknowledgeSecurityEvents } from "./server/events/acknowledge-security-events";
import { countOpenEvents } from "./server/events/count-open-events";
import { listSecurityEvents } from "./server/events/list-security-events";
import { getRateLimits } from "./server/get-rate-limits";
import { addIpRule } from "./server/ip-rules/add-ip-rule";
import { changeIpRule } from "./server/ip-rules/change-ip-rule";
import { checkIpRule } from "./server/ip-rules/check-ip-rule";
import { listIpRules } from "./server/ip-rules/list-ip-rules";
import { removeIpRule } from "./server/ip-rules/remove-ip-rule";

const view = permittedProcedure("security.view");
const manage = permittedProcedure("security.manage");

export const adminSecurityRouter = router({
  events: router({
    list: view.input(listSecurityEventsInput).query(({ input }) => listSecurityEvents(input)),
    countOpen: view.query(() => countOpenEvents()),
    acknowledge: manage
      .input(acknowledgeSecurityEventsInput)
      .mutation(({ ctx, input }) => acknowledgeSecurityEvents(ctx, input)),
  }),
  ipRules: router({
    list: view.input(listIpRulesInput).query(({ input }) => listIpRules(input)),
    check: manage.input(checkIpRuleInput).query(({ ctx, input }) => checkIpRule(ctx, input)),
    add: manage.input(addIpRuleInput).mutation(({ ctx, input }) => addIpRule(ctx, input)),
    change: manage.input(changeIpRuleInput).mutation(({ ctx, input }) => changeIpRule(ctx, input)),
    remove: manage.input(removeIpRuleInput).mutation(({ ctx, input }) => removeIpRule(ctx, input)),
  }),
  limits: view.query(() => getRateLimits()),
});
