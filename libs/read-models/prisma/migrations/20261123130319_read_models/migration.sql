-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "employment";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "framework";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "history";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "localities";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "people";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "recruitment";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "role_boundaries";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "supervision";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "training";

-- CreateTable
CREATE TABLE "employment"."post" (
    "post_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "role_family" TEXT NOT NULL,
    "employing_organisation_id" UUID NOT NULL,
    "host_organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "team" TEXT NOT NULL,
    "setting" TEXT NOT NULL,
    "hours_per_week" DOUBLE PRECISION,
    "places" INTEGER NOT NULL,
    "places_from" DATE NOT NULL,
    "places_held" INTEGER NOT NULL,
    "band" TEXT,
    "banded_on" DATE,
    "bandings" JSONB NOT NULL,
    "equivalent_band" TEXT,
    "equivalent_from" DATE,
    "established_on" DATE NOT NULL,
    "closed_on" DATE,
    "close_reason" TEXT,

    CONSTRAINT "post_pkey" PRIMARY KEY ("post_id")
);

-- CreateTable
CREATE TABLE "employment"."post_banding" (
    "event_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,
    "post_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,
    "band" TEXT NOT NULL,
    "evaluation" TEXT,
    "correction_note" TEXT,
    "employing_organisation_id" UUID NOT NULL,
    "host_organisation_id" UUID NOT NULL,

    CONSTRAINT "post_banding_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "employment"."engagement" (
    "engagement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID,
    "application_id" UUID,
    "employing_organisation_id" UUID NOT NULL,
    "host_organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "role_family" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "begins_on" DATE NOT NULL,
    "ends_on" DATE,
    "end_reason" TEXT,
    "hours_per_week" DOUBLE PRECISION,
    "wte" DOUBLE PRECISION,
    "hours_from" DATE,
    "fixed_term_until" DATE,
    "term_from" DATE,
    "step_band" TEXT,
    "step_point" TEXT,
    "step_from" DATE,
    "begun_event_id" UUID NOT NULL,
    "ended_event_id" UUID,

    CONSTRAINT "engagement_pkey" PRIMARY KEY ("engagement_id")
);

-- CreateTable
CREATE TABLE "employment"."engagement_fact" (
    "event_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,
    "engagement_id" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID,
    "employing_organisation_id" UUID NOT NULL,
    "host_organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "kind" TEXT,
    "role_family" TEXT,
    "title" TEXT,
    "hours_per_week" DOUBLE PRECISION,
    "fixed_term_until" DATE,
    "band" TEXT,
    "step_point" TEXT,
    "last_day" DATE,
    "end_reason" TEXT,
    "correction_note" TEXT,

    CONSTRAINT "engagement_fact_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "employment"."pay_scale" (
    "pay_scale_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "holds_from" DATE NOT NULL,
    "circular" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "bands" JSONB NOT NULL,

    CONSTRAINT "pay_scale_pkey" PRIMARY KEY ("pay_scale_id")
);

-- CreateTable
CREATE TABLE "framework"."framework" (
    "framework_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "founded_on" DATE NOT NULL,
    "quorum_share" DOUBLE PRECISION NOT NULL,
    "majority_share" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "framework_pkey" PRIMARY KEY ("framework_id")
);

-- CreateTable
CREATE TABLE "framework"."group_member" (
    "event_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,
    "framework_id" UUID NOT NULL,
    "locality_id" UUID,
    "person_id" UUID NOT NULL,
    "member" BOOLEAN NOT NULL,
    "organisation_id" UUID,
    "lived_experience" JSONB,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "framework"."clause_alignment" (
    "framework_id" UUID NOT NULL,
    "clause_id" UUID NOT NULL,
    "other_clause_id" UUID NOT NULL,
    "other_framework_id" UUID NOT NULL,
    "aligned_on" DATE NOT NULL,

    CONSTRAINT "clause_alignment_pkey" PRIMARY KEY ("framework_id","clause_id","other_clause_id")
);

-- CreateTable
CREATE TABLE "framework"."version" (
    "version_id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "locality_id" UUID,
    "number" INTEGER NOT NULL,
    "replaces" UUID,
    "status" TEXT NOT NULL,
    "quorum_share" DOUBLE PRECISION NOT NULL,
    "majority_share" DOUBLE PRECISION NOT NULL,
    "successor_quorum_share" DOUBLE PRECISION NOT NULL,
    "successor_majority_share" DOUBLE PRECISION NOT NULL,
    "drafted_on" DATE NOT NULL,
    "consultation_on" DATE,
    "voting_on" DATE,
    "closed_on" DATE,
    "tally" JSONB,
    "deciding" INTEGER,
    "lived_experience_deciding" INTEGER,
    "ratified_on" DATE,
    "in_force_from" DATE,
    "lapsed_on" DATE,
    "lapsed_because" TEXT,
    "superseded_on" DATE,
    "superseded_by" UUID,

    CONSTRAINT "version_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "framework"."clause" (
    "version_id" UUID NOT NULL,
    "clause_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "subject" TEXT,
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "carried_from" UUID,
    "amended" BOOLEAN NOT NULL,
    "proposed_on" DATE NOT NULL,
    "changed_on" DATE NOT NULL,

    CONSTRAINT "clause_pkey" PRIMARY KEY ("version_id","clause_id")
);

-- CreateTable
CREATE TABLE "framework"."comment" (
    "comment_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "clause_id" UUID,
    "locality_id" UUID,
    "person_id" UUID NOT NULL,
    "text" TEXT,
    "erased_at" TIMESTAMPTZ(3),
    "made_on" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("comment_id")
);

-- CreateTable
CREATE TABLE "framework"."dissent" (
    "dissent_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "clause_id" UUID,
    "person_id" UUID,
    "statement" TEXT,
    "erased_at" TIMESTAMPTZ(3),
    "stated_on" DATE NOT NULL,

    CONSTRAINT "dissent_pkey" PRIMARY KEY ("dissent_id")
);

-- CreateTable
CREATE TABLE "framework"."adoption" (
    "event_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,
    "adoption_id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "version_id" UUID,

    CONSTRAINT "adoption_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "framework"."deviation" (
    "event_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,
    "deviation_id" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "framework_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "clause_id" UUID NOT NULL,
    "version_id" UUID,
    "reason" TEXT,
    "expires_on" DATE,
    "rule" JSONB,
    "direction" TEXT,

    CONSTRAINT "deviation_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "localities"."locality" (
    "locality_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "established_on" DATE NOT NULL,
    "host_organisation_id" UUID NOT NULL,
    "hosts" JSONB NOT NULL,

    CONSTRAINT "locality_pkey" PRIMARY KEY ("locality_id")
);

-- CreateTable
CREATE TABLE "localities"."organisation" (
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "ods_code" TEXT,
    "registered_on" DATE NOT NULL,
    "closed_on" DATE,
    "merged_into" UUID,
    "locality_ids" UUID[],
    "history" JSONB NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "localities"."organisation_name" (
    "event_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "organisation_name_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "localities"."organisation_identifier" (
    "assignment_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "organisation_identifier_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "localities"."locality_membership" (
    "joining_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "locality_membership_pkey" PRIMARY KEY ("joining_id")
);

-- CreateTable
CREATE TABLE "localities"."role_grant" (
    "grant_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "scope_kind" TEXT NOT NULL,
    "scope_id" UUID NOT NULL,
    "organisation_id" UUID,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("grant_id")
);

-- CreateTable
CREATE TABLE "localities"."readiness" (
    "event_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "clause_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "until" DATE,
    "waived_by" UUID,
    "reason" TEXT,

    CONSTRAINT "readiness_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "people"."name_card" (
    "person_id" UUID NOT NULL,
    "given_name" TEXT,
    "family_name" TEXT,
    "display_name" TEXT,
    "sort_name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "organisation_ids" UUID[],
    "demonstration" BOOLEAN NOT NULL,
    "history" JSONB NOT NULL,

    CONSTRAINT "name_card_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "people"."login" (
    "login_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "linked_on" DATE NOT NULL,

    CONSTRAINT "login_pkey" PRIMARY KEY ("login_id")
);

-- CreateTable
CREATE TABLE "people"."disclosure" (
    "grant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "shared_with_organisation_id" UUID NOT NULL,
    "shared_with_role" TEXT,
    "area" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("grant_id")
);

-- CreateTable
CREATE TABLE "people"."contest" (
    "contest_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "held_by" UUID NOT NULL,
    "contested_on" DATE NOT NULL,
    "statement" TEXT,
    "outcome" TEXT,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_on" DATE,

    CONSTRAINT "contest_pkey" PRIMARY KEY ("contest_id")
);

-- CreateTable
CREATE TABLE "people"."pathway_step" (
    "event_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "detail" TEXT,
    "role_family" TEXT,
    "organisation_id" UUID NOT NULL,
    "host_organisation_id" UUID,
    "reference_id" UUID,
    "post_id" UUID,

    CONSTRAINT "pathway_step_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "recruitment"."vacancy" (
    "vacancy_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "engagement_kind" TEXT NOT NULL,
    "role_family" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "stages" JSONB NOT NULL,
    "readiness" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "opened_on" DATE NOT NULL,
    "closes_on" DATE,
    "closed_on" DATE,
    "close_reason" TEXT,

    CONSTRAINT "vacancy_pkey" PRIMARY KEY ("vacancy_id")
);

-- CreateTable
CREATE TABLE "recruitment"."application" (
    "application_id" UUID NOT NULL,
    "vacancy_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "engagement_kind" TEXT NOT NULL,
    "role_family" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "resumes_as" TEXT,
    "stage_id" TEXT,
    "stage_kind" TEXT,
    "stage_since" DATE,
    "submitted_on" DATE NOT NULL,
    "interview_outcome" TEXT,
    "reserve_until" DATE,
    "offered_on" DATE,
    "confirmed_on" DATE,
    "starts_on" DATE,
    "hours_per_week" DOUBLE PRECISION,
    "ended_on" DATE,
    "decline_reason" TEXT,

    CONSTRAINT "application_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "recruitment"."check_status" (
    "application_id" UUID NOT NULL,
    "employment_check" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "required" BOOLEAN NOT NULL,

    CONSTRAINT "check_status_pkey" PRIMARY KEY ("application_id","employment_check")
);

-- CreateTable
CREATE TABLE "recruitment"."dbs_decision" (
    "application_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "dbs_level" JSONB,
    "level_decided_on" DATE,
    "decision" JSONB,
    "decided_on" DATE,

    CONSTRAINT "dbs_decision_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "recruitment"."post_place" (
    "post_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "open" BOOLEAN NOT NULL,
    "places" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL,
    "reserved_by" UUID[],

    CONSTRAINT "post_place_pkey" PRIMARY KEY ("post_id")
);

-- CreateTable
CREATE TABLE "role_boundaries"."agreement" (
    "boundary_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "agreed_proposal_id" UUID,
    "agreed_on" DATE,
    "agreed_event_id" UUID,
    "framework_version_id" UUID,
    "proposal_id" UUID,
    "proposed_on" DATE,
    "proposed_by" UUID,
    "proposed_lines" JSONB,
    "worker_signed_on" DATE,
    "manager_signed_on" DATE,
    "reviewed_on" DATE,
    "next_review_on" DATE,
    "ended_on" DATE,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("boundary_id")
);

-- CreateTable
CREATE TABLE "role_boundaries"."line" (
    "boundary_id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "engagement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "stance" TEXT NOT NULL,
    "conditions" JSONB NOT NULL,
    "direction" TEXT NOT NULL,
    "clause_id" UUID,
    "deviation_id" UUID,
    "agreed_on" DATE NOT NULL,
    "agreed_event_id" UUID NOT NULL,

    CONSTRAINT "line_pkey" PRIMARY KEY ("boundary_id","task")
);

-- CreateTable
CREATE TABLE "role_boundaries"."query_raised" (
    "query_id" UUID NOT NULL,
    "boundary_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_on" DATE NOT NULL,
    "question" TEXT,
    "answered_by" UUID,
    "answered_on" DATE,
    "answer" TEXT,

    CONSTRAINT "query_raised_pkey" PRIMARY KEY ("query_id")
);

-- CreateTable
CREATE TABLE "role_boundaries"."concern" (
    "concern_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "task" TEXT,
    "raised_by" UUID NOT NULL,
    "raised_on" DATE NOT NULL,
    "text" JSONB NOT NULL,
    "visible_to" UUID[],
    "resolved_by" UUID,
    "resolved_on" DATE,
    "outcome" JSONB,

    CONSTRAINT "concern_pkey" PRIMARY KEY ("concern_id")
);

-- CreateTable
CREATE TABLE "supervision"."arrangement" (
    "supervision_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "supervisor_from" DATE NOT NULL,
    "supervisor_lived_experience" JSONB,
    "kind" TEXT NOT NULL,
    "every_days" INTEGER NOT NULL,
    "cadence_from" DATE NOT NULL,
    "arranged_on" DATE NOT NULL,
    "ended_on" DATE,
    "end_reason" TEXT,
    "last_held_on" DATE,
    "held" JSONB NOT NULL,
    "organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,

    CONSTRAINT "arrangement_pkey" PRIMARY KEY ("supervision_id")
);

-- CreateTable
CREATE TABLE "supervision"."session" (
    "event_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,
    "supervision_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "supervisor_id" UUID,
    "length_minutes" INTEGER,
    "agreed_actions" INTEGER,
    "earlier_actions_done" INTEGER,
    "by_peer" JSONB,
    "reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "training"."course" (
    "course_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "accreditor" TEXT,
    "level" TEXT,
    "accredited_until" DATE,
    "hours" DOUBLE PRECISION NOT NULL,
    "outcome" TEXT NOT NULL,
    "competences" TEXT[],
    "refresher_months" INTEGER,
    "registered_on" DATE NOT NULL,
    "withdrawn_on" DATE,

    CONSTRAINT "course_pkey" PRIMARY KEY ("course_id")
);

-- CreateTable
CREATE TABLE "training"."cohort" (
    "cohort_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "seats" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "cancelled_on" DATE,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("cohort_id")
);

-- CreateTable
CREATE TABLE "training"."seat" (
    "cohort_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "booked_by" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "since" DATE NOT NULL,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("cohort_id","person_id")
);

-- CreateTable
CREATE TABLE "training"."enrolment" (
    "enrolment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "cohort_id" UUID,
    "organisation_id" UUID NOT NULL,
    "booked_by" UUID NOT NULL,
    "course_kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "enrolled_on" DATE NOT NULL,
    "attended" JSONB NOT NULL,
    "days_attended" INTEGER NOT NULL,
    "hours_attended" DOUBLE PRECISION NOT NULL,
    "completed_on" DATE,
    "completed_by" UUID,
    "ended_on" DATE,
    "end_reason" TEXT,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("enrolment_id")
);

-- CreateTable
CREATE TABLE "training"."completion" (
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "shared_with" UUID[],
    "course_id" UUID,
    "course_kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "prior_learning" BOOLEAN NOT NULL,
    "assessor_id" UUID,
    "competences" TEXT[],
    "expires_on" DATE,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,

    CONSTRAINT "completion_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "training"."competence_assessment" (
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "course_id" UUID,
    "competence" TEXT NOT NULL,
    "assessor_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL,

    CONSTRAINT "competence_assessment_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "training"."passport_share" (
    "person_id" UUID NOT NULL,
    "with_organisation_id" UUID NOT NULL,
    "shared_on" DATE NOT NULL,
    "until" DATE NOT NULL,
    "ended_on" DATE,
    "how_ended" TEXT,

    CONSTRAINT "passport_share_pkey" PRIMARY KEY ("person_id","with_organisation_id")
);

-- CreateTable
CREATE TABLE "training"."reliance" (
    "organisation_id" UUID NOT NULL,
    "completion_event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "reason" TEXT,
    "to_be_reviewed" BOOLEAN NOT NULL,

    CONSTRAINT "reliance_pkey" PRIMARY KEY ("organisation_id","completion_event_id")
);

-- CreateTable
CREATE TABLE "training"."contest" (
    "event_id" UUID NOT NULL,
    "completion_event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "contested_on" DATE NOT NULL,
    "statement" TEXT,
    "answered_on" DATE,
    "answered_by" UUID,
    "outcome" TEXT,
    "answer" TEXT,

    CONSTRAINT "contest_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "history"."fact" (
    "event_id" UUID NOT NULL,
    "position" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "organisation_id" UUID,
    "locality_id" UUID,
    "open_locality_id" UUID,
    "subject_id" UUID,
    "corrects" UUID,
    "correction_reason" TEXT,
    "corrected_at" TIMESTAMPTZ(3),
    "corrected_by" UUID,
    "data" JSONB NOT NULL,
    "class" TEXT NOT NULL,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("event_id")
);

-- CreateIndex
CREATE INDEX "post_employing_organisation_id_title_post_id_idx" ON "employment"."post"("employing_organisation_id", "title", "post_id");

-- CreateIndex
CREATE INDEX "post_host_organisation_id_title_post_id_idx" ON "employment"."post"("host_organisation_id", "title", "post_id");

-- CreateIndex
CREATE INDEX "post_locality_id_idx" ON "employment"."post"("locality_id");

-- CreateIndex
CREATE INDEX "post_banding_post_id_effective_on_position_idx" ON "employment"."post_banding"("post_id", "effective_on", "position");

-- CreateIndex
CREATE INDEX "post_banding_employing_organisation_id_idx" ON "employment"."post_banding"("employing_organisation_id");

-- CreateIndex
CREATE INDEX "post_banding_host_organisation_id_idx" ON "employment"."post_banding"("host_organisation_id");

-- CreateIndex
CREATE INDEX "engagement_employing_organisation_id_begins_on_engagement_i_idx" ON "employment"."engagement"("employing_organisation_id", "begins_on", "engagement_id");

-- CreateIndex
CREATE INDEX "engagement_host_organisation_id_begins_on_engagement_id_idx" ON "employment"."engagement"("host_organisation_id", "begins_on", "engagement_id");

-- CreateIndex
CREATE INDEX "engagement_locality_id_begins_on_engagement_id_idx" ON "employment"."engagement"("locality_id", "begins_on", "engagement_id");

-- CreateIndex
CREATE INDEX "engagement_person_id_idx" ON "employment"."engagement"("person_id");

-- CreateIndex
CREATE INDEX "engagement_post_id_idx" ON "employment"."engagement"("post_id");

-- CreateIndex
CREATE INDEX "engagement_fact_engagement_id_fact_effective_on_position_idx" ON "employment"."engagement_fact"("engagement_id", "fact", "effective_on", "position");

-- CreateIndex
CREATE INDEX "engagement_fact_employing_organisation_id_fact_effective_on_idx" ON "employment"."engagement_fact"("employing_organisation_id", "fact", "effective_on");

-- CreateIndex
CREATE INDEX "engagement_fact_host_organisation_id_fact_effective_on_idx" ON "employment"."engagement_fact"("host_organisation_id", "fact", "effective_on");

-- CreateIndex
CREATE INDEX "engagement_fact_locality_id_fact_effective_on_idx" ON "employment"."engagement_fact"("locality_id", "fact", "effective_on");

-- CreateIndex
CREATE INDEX "engagement_fact_person_id_idx" ON "employment"."engagement_fact"("person_id");

-- CreateIndex
CREATE INDEX "pay_scale_country_holds_from_idx" ON "employment"."pay_scale"("country", "holds_from");

-- CreateIndex
CREATE INDEX "framework_locality_id_idx" ON "framework"."framework"("locality_id");

-- CreateIndex
CREATE INDEX "group_member_framework_id_person_id_effective_on_position_idx" ON "framework"."group_member"("framework_id", "person_id", "effective_on", "position");

-- CreateIndex
CREATE INDEX "group_member_person_id_idx" ON "framework"."group_member"("person_id");

-- CreateIndex
CREATE INDEX "clause_alignment_other_framework_id_idx" ON "framework"."clause_alignment"("other_framework_id");

-- CreateIndex
CREATE INDEX "version_framework_id_number_idx" ON "framework"."version"("framework_id", "number");

-- CreateIndex
CREATE INDEX "version_locality_id_in_force_from_idx" ON "framework"."version"("locality_id", "in_force_from");

-- CreateIndex
CREATE INDEX "clause_version_id_subject_idx" ON "framework"."clause"("version_id", "subject");

-- CreateIndex
CREATE INDEX "clause_clause_id_idx" ON "framework"."clause"("clause_id");

-- CreateIndex
CREATE INDEX "comment_version_id_made_at_comment_id_idx" ON "framework"."comment"("version_id", "made_at", "comment_id");

-- CreateIndex
CREATE INDEX "comment_person_id_idx" ON "framework"."comment"("person_id");

-- CreateIndex
CREATE INDEX "dissent_version_id_stated_on_dissent_id_idx" ON "framework"."dissent"("version_id", "stated_on", "dissent_id");

-- CreateIndex
CREATE INDEX "adoption_organisation_id_framework_id_effective_on_position_idx" ON "framework"."adoption"("organisation_id", "framework_id", "effective_on", "position");

-- CreateIndex
CREATE INDEX "adoption_framework_id_effective_on_idx" ON "framework"."adoption"("framework_id", "effective_on");

-- CreateIndex
CREATE INDEX "deviation_organisation_id_framework_id_idx" ON "framework"."deviation"("organisation_id", "framework_id");

-- CreateIndex
CREATE INDEX "deviation_deviation_id_idx" ON "framework"."deviation"("deviation_id");

-- CreateIndex
CREATE INDEX "deviation_version_id_clause_id_idx" ON "framework"."deviation"("version_id", "clause_id");

-- CreateIndex
CREATE INDEX "locality_host_organisation_id_idx" ON "localities"."locality"("host_organisation_id");

-- CreateIndex
CREATE INDEX "organisation_name_organisation_id_idx" ON "localities"."organisation"("name", "organisation_id");

-- CreateIndex
CREATE INDEX "organisation_ods_code_idx" ON "localities"."organisation"("ods_code");

-- CreateIndex
CREATE INDEX "organisation_merged_into_idx" ON "localities"."organisation"("merged_into");

-- CreateIndex
CREATE INDEX "organisation_locality_ids_idx" ON "localities"."organisation" USING GIN ("locality_ids");

-- CreateIndex
CREATE INDEX "organisation_name_organisation_id_effective_on_idx" ON "localities"."organisation_name"("organisation_id", "effective_on");

-- CreateIndex
CREATE INDEX "organisation_identifier_organisation_id_system_from_on_idx" ON "localities"."organisation_identifier"("organisation_id", "system", "from_on");

-- CreateIndex
CREATE INDEX "organisation_identifier_system_value_idx" ON "localities"."organisation_identifier"("system", "value");

-- CreateIndex
CREATE INDEX "locality_membership_locality_id_from_on_idx" ON "localities"."locality_membership"("locality_id", "from_on");

-- CreateIndex
CREATE INDEX "locality_membership_organisation_id_from_on_idx" ON "localities"."locality_membership"("organisation_id", "from_on");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "localities"."role_grant"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_scope_id_role_idx" ON "localities"."role_grant"("scope_id", "role");

-- CreateIndex
CREATE INDEX "role_grant_membership_id_idx" ON "localities"."role_grant"("membership_id");

-- CreateIndex
CREATE INDEX "readiness_organisation_id_clause_id_effective_on_idx" ON "localities"."readiness"("organisation_id", "clause_id", "effective_on");

-- CreateIndex
CREATE INDEX "name_card_sort_name_person_id_idx" ON "people"."name_card"("sort_name", "person_id");

-- CreateIndex
CREATE INDEX "name_card_email_idx" ON "people"."name_card"("email");

-- CreateIndex
CREATE INDEX "name_card_organisation_ids_idx" ON "people"."name_card" USING GIN ("organisation_ids");

-- CreateIndex
CREATE INDEX "login_person_id_idx" ON "people"."login"("person_id");

-- CreateIndex
CREATE INDEX "disclosure_person_id_from_on_idx" ON "people"."disclosure"("person_id", "from_on");

-- CreateIndex
CREATE INDEX "disclosure_shared_with_organisation_id_person_id_idx" ON "people"."disclosure"("shared_with_organisation_id", "person_id");

-- CreateIndex
CREATE INDEX "contest_person_id_contested_on_idx" ON "people"."contest"("person_id", "contested_on");

-- CreateIndex
CREATE INDEX "contest_held_by_contested_on_idx" ON "people"."contest"("held_by", "contested_on");

-- CreateIndex
CREATE INDEX "contest_event_id_idx" ON "people"."contest"("event_id");

-- CreateIndex
CREATE INDEX "pathway_step_person_id_effective_on_position_idx" ON "people"."pathway_step"("person_id", "effective_on", "position");

-- CreateIndex
CREATE INDEX "pathway_step_organisation_id_kind_effective_on_idx" ON "people"."pathway_step"("organisation_id", "kind", "effective_on");

-- CreateIndex
CREATE INDEX "vacancy_locality_id_opened_on_vacancy_id_idx" ON "recruitment"."vacancy"("locality_id", "opened_on", "vacancy_id");

-- CreateIndex
CREATE INDEX "vacancy_organisation_id_opened_on_vacancy_id_idx" ON "recruitment"."vacancy"("organisation_id", "opened_on", "vacancy_id");

-- CreateIndex
CREATE INDEX "vacancy_post_id_idx" ON "recruitment"."vacancy"("post_id");

-- CreateIndex
CREATE INDEX "application_vacancy_id_submitted_on_application_id_idx" ON "recruitment"."application"("vacancy_id", "submitted_on", "application_id");

-- CreateIndex
CREATE INDEX "application_organisation_id_submitted_on_application_id_idx" ON "recruitment"."application"("organisation_id", "submitted_on", "application_id");

-- CreateIndex
CREATE INDEX "application_organisation_id_confirmed_on_idx" ON "recruitment"."application"("organisation_id", "confirmed_on");

-- CreateIndex
CREATE INDEX "application_person_id_idx" ON "recruitment"."application"("person_id");

-- CreateIndex
CREATE INDEX "check_status_organisation_id_status_idx" ON "recruitment"."check_status"("organisation_id", "status");

-- CreateIndex
CREATE INDEX "check_status_person_id_idx" ON "recruitment"."check_status"("person_id");

-- CreateIndex
CREATE INDEX "dbs_decision_organisation_id_idx" ON "recruitment"."dbs_decision"("organisation_id");

-- CreateIndex
CREATE INDEX "dbs_decision_person_id_idx" ON "recruitment"."dbs_decision"("person_id");

-- CreateIndex
CREATE INDEX "post_place_organisation_id_idx" ON "recruitment"."post_place"("organisation_id");

-- CreateIndex
CREATE INDEX "agreement_engagement_id_idx" ON "role_boundaries"."agreement"("engagement_id");

-- CreateIndex
CREATE INDEX "agreement_organisation_id_next_review_on_boundary_id_idx" ON "role_boundaries"."agreement"("organisation_id", "next_review_on", "boundary_id");

-- CreateIndex
CREATE INDEX "agreement_person_id_idx" ON "role_boundaries"."agreement"("person_id");

-- CreateIndex
CREATE INDEX "line_engagement_id_idx" ON "role_boundaries"."line"("engagement_id");

-- CreateIndex
CREATE INDEX "line_organisation_id_task_stance_idx" ON "role_boundaries"."line"("organisation_id", "task", "stance");

-- CreateIndex
CREATE INDEX "line_person_id_idx" ON "role_boundaries"."line"("person_id");

-- CreateIndex
CREATE INDEX "line_clause_id_idx" ON "role_boundaries"."line"("clause_id");

-- CreateIndex
CREATE INDEX "query_raised_engagement_id_asked_on_idx" ON "role_boundaries"."query_raised"("engagement_id", "asked_on");

-- CreateIndex
CREATE INDEX "query_raised_organisation_id_asked_on_query_id_idx" ON "role_boundaries"."query_raised"("organisation_id", "asked_on", "query_id");

-- CreateIndex
CREATE INDEX "query_raised_person_id_idx" ON "role_boundaries"."query_raised"("person_id");

-- CreateIndex
CREATE INDEX "concern_visible_to_idx" ON "role_boundaries"."concern" USING GIN ("visible_to");

-- CreateIndex
CREATE INDEX "concern_engagement_id_idx" ON "role_boundaries"."concern"("engagement_id");

-- CreateIndex
CREATE INDEX "arrangement_organisation_id_last_held_on_supervision_id_idx" ON "supervision"."arrangement"("organisation_id", "last_held_on", "supervision_id");

-- CreateIndex
CREATE INDEX "arrangement_engagement_id_idx" ON "supervision"."arrangement"("engagement_id");

-- CreateIndex
CREATE INDEX "arrangement_person_id_idx" ON "supervision"."arrangement"("person_id");

-- CreateIndex
CREATE INDEX "arrangement_supervisor_id_idx" ON "supervision"."arrangement"("supervisor_id");

-- CreateIndex
CREATE INDEX "session_supervision_id_effective_on_position_idx" ON "supervision"."session"("supervision_id", "effective_on", "position");

-- CreateIndex
CREATE INDEX "session_engagement_id_effective_on_idx" ON "supervision"."session"("engagement_id", "effective_on");

-- CreateIndex
CREATE INDEX "session_organisation_id_effective_on_idx" ON "supervision"."session"("organisation_id", "effective_on");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "supervision"."session"("person_id");

-- CreateIndex
CREATE INDEX "session_supervisor_id_idx" ON "supervision"."session"("supervisor_id");

-- CreateIndex
CREATE INDEX "course_kind_idx" ON "training"."course"("kind");

-- CreateIndex
CREATE INDEX "course_title_course_id_idx" ON "training"."course"("title", "course_id");

-- CreateIndex
CREATE INDEX "cohort_course_id_starts_on_idx" ON "training"."cohort"("course_id", "starts_on");

-- CreateIndex
CREATE INDEX "cohort_starts_on_cohort_id_idx" ON "training"."cohort"("starts_on", "cohort_id");

-- CreateIndex
CREATE INDEX "seat_person_id_idx" ON "training"."seat"("person_id");

-- CreateIndex
CREATE INDEX "seat_booked_by_idx" ON "training"."seat"("booked_by");

-- CreateIndex
CREATE INDEX "seat_organisation_id_idx" ON "training"."seat"("organisation_id");

-- CreateIndex
CREATE INDEX "enrolment_person_id_idx" ON "training"."enrolment"("person_id");

-- CreateIndex
CREATE INDEX "enrolment_cohort_id_idx" ON "training"."enrolment"("cohort_id");

-- CreateIndex
CREATE INDEX "enrolment_organisation_id_enrolled_on_enrolment_id_idx" ON "training"."enrolment"("organisation_id", "enrolled_on", "enrolment_id");

-- CreateIndex
CREATE INDEX "enrolment_booked_by_enrolled_on_enrolment_id_idx" ON "training"."enrolment"("booked_by", "enrolled_on", "enrolment_id");

-- CreateIndex
CREATE INDEX "completion_person_id_course_kind_effective_on_idx" ON "training"."completion"("person_id", "course_kind", "effective_on");

-- CreateIndex
CREATE INDEX "completion_organisation_id_effective_on_event_id_idx" ON "training"."completion"("organisation_id", "effective_on", "event_id");

-- CreateIndex
CREATE INDEX "completion_organisation_id_expires_on_idx" ON "training"."completion"("organisation_id", "expires_on");

-- CreateIndex
CREATE INDEX "completion_shared_with_idx" ON "training"."completion" USING GIN ("shared_with");

-- CreateIndex
CREATE INDEX "competence_assessment_person_id_competence_effective_on_idx" ON "training"."competence_assessment"("person_id", "competence", "effective_on");

-- CreateIndex
CREATE INDEX "competence_assessment_organisation_id_effective_on_event_id_idx" ON "training"."competence_assessment"("organisation_id", "effective_on", "event_id");

-- CreateIndex
CREATE INDEX "passport_share_with_organisation_id_until_idx" ON "training"."passport_share"("with_organisation_id", "until");

-- CreateIndex
CREATE INDEX "passport_share_until_idx" ON "training"."passport_share"("until");

-- CreateIndex
CREATE INDEX "reliance_person_id_idx" ON "training"."reliance"("person_id");

-- CreateIndex
CREATE INDEX "reliance_completion_event_id_idx" ON "training"."reliance"("completion_event_id");

-- CreateIndex
CREATE INDEX "contest_completion_event_id_idx" ON "training"."contest"("completion_event_id");

-- CreateIndex
CREATE INDEX "contest_person_id_idx" ON "training"."contest"("person_id");

-- CreateIndex
CREATE INDEX "contest_organisation_id_answered_on_idx" ON "training"."contest"("organisation_id", "answered_on");

-- CreateIndex
CREATE INDEX "fact_stream_position_idx" ON "history"."fact"("stream", "position");

-- CreateIndex
CREATE INDEX "fact_organisation_id_position_idx" ON "history"."fact"("organisation_id", "position");

-- CreateIndex
CREATE INDEX "fact_subject_id_position_idx" ON "history"."fact"("subject_id", "position");

-- CreateIndex
CREATE INDEX "fact_open_locality_id_position_idx" ON "history"."fact"("open_locality_id", "position");
