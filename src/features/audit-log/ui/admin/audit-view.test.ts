import { expect, it } from "vitest";
import { auditHref, filterOf, readAuditView } from "./audit-view";

const read = (search: string) => readAuditView(new URLSearchParams(search));

it("keeps what makes sense in an address, and drops what does not", () => {
  const view = read("ip=10.0.0.0/8&session=nonsense&severity=awful&from=2026-02-30x&actor=ada&q=%20why%20");
  expect(view).toEqual({ query: "why", filters: { ip: "10.0.0.0/8", actor: "ada" }, sort: null });
  expect(read(auditHref(view.filters, view.query).split("?")[1] ?? "")).toEqual(view);
});

it("counts the last day whole", () => {
  expect(filterOf(read("from=2026-03-01&to=2026-03-01&type=user&target=x"))).toEqual({
    from: "2026-03-01T00:00:00.000Z",
    to: "2026-03-02T00:00:00.000Z",
    targetType: "user",
    targetId: "x",
  });
  expect(filterOf(read(""))).toEqual({});
});
