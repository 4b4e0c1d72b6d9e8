CREATE TABLE "ip_rules" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"network" "cidr" NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"automatic" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"hits" bigint DEFAULT 0 NOT NULL,
	"last_hit_at" timestamp (3) with time zone,
	CONSTRAINT "ip_rules_network_key" UNIQUE("network"),
	CONSTRAINT "ip_rules_kind_check" CHECK ("ip_rules"."kind" in ('block', 'allow'))
);
--> statement-breakpoint
CREATE TABLE "rate_limit_refusals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rate_limit_refusals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"rule" text NOT NULL,
	"scope" text NOT NULL,
	"user_id" uuid,
	"network" "inet",
	"hour" timestamp (3) with time zone NOT NULL,
	"times" integer NOT NULL,
	"last_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rate_limit_refusals_key" UNIQUE NULLS NOT DISTINCT("hour","rule","scope","user_id","network")
);
--> statement-breakpoint
CREATE TABLE "security_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "security_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"score" smallint NOT NULL,
	"subject" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ip" "inet",
	"country" text,
	"user_agent" text,
	"request_id" text,
	"user_id" uuid,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"blocked_until" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" uuid,
	CONSTRAINT "security_events_subject_key" UNIQUE("kind","subject","hour")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "sign_in_attempts" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "sign_in_attempts" ADD COLUMN "network" "cidr";--> statement-breakpoint
ALTER TABLE "ip_rules" ADD CONSTRAINT "ip_rules_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_limit_refusals" ADD CONSTRAINT "rate_limit_refusals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_events" ADD CONSTRAINT "security_events_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_events" ADD CONSTRAINT "security_events_acknowledged_by_users_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ip_rules_network_idx" ON "ip_rules" USING gist ("network" inet_ops);--> statement-breakpoint
CREATE INDEX "ip_rules_changed_idx" ON "ip_rules" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "ip_rules_expires_idx" ON "ip_rules" USING btree ("expires_at") WHERE "ip_rules"."expires_at" is not null;--> statement-breakpoint
CREATE INDEX "rate_limit_refusals_last_idx" ON "rate_limit_refusals" USING btree ("last_at","id");--> statement-breakpoint
CREATE INDEX "rate_limit_refusals_user_idx" ON "rate_limit_refusals" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "security_events_kind_idx" ON "security_events" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "security_events_user_idx" ON "security_events" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "security_events_ip_idx" ON "security_events" USING btree ("ip","id");--> statement-breakpoint
CREATE INDEX "security_events_open_idx" ON "security_events" USING btree ("id") WHERE "security_events"."acknowledged_at" is null;--> statement-breakpoint
CREATE INDEX "security_events_at_idx" ON "security_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sessions_ip_created_idx" ON "sessions" USING btree ("ip","created_at");--> statement-breakpoint
CREATE INDEX "sessions_live_idx" ON "sessions" USING btree ("id") WHERE "sessions"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_live_ip_idx" ON "sessions" USING btree ("ip","id") WHERE "sessions"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_live_country_idx" ON "sessions" USING btree ("country","id") WHERE "sessions"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "sign_in_attempts_outcome_idx" ON "sign_in_attempts" USING btree ("outcome","id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_country_idx" ON "sign_in_attempts" USING btree ("country","id");