ALTER TABLE "jobs" DROP CONSTRAINT "jobs_state_check";--> statement-breakpoint
ALTER TABLE "job_items" ADD COLUMN "plan" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_state_check" CHECK ("jobs"."state" in ('planned', 'waiting', 'running', 'done', 'cancelled', 'failed'));