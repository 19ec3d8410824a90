-- Recruit: vacancies with their frozen criteria, the kit of questions and anchors, candidates, interviews, what each panel
-- member saw alone, what they agreed together, and the decision.
-- Safe: creates only.

-- A place to fill, by one version of a role's profile.
create table vacancy (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- As candidates read it.
  title text not null,
  role_id uuid not null,
  -- The agreed version of what the role needs; it stays when a newer one is agreed.
  profile_id uuid not null,
  -- What the assessment is for, as candidates are told.
  purpose text not null,
  places smallint not null check (places between 1 and 99),
  -- Days; null: not said.
  apply_until date,
  decide_by date,
  -- What is kept of candidates who are not hired goes so many months after the decision.
  keep_months smallint not null check (keep_months between 1 and 60),
  state text not null check (state in ('planned', 'open', 'interviews', 'decided', 'closed')),
  -- Candidates get the questions beforehand, so many minutes; null: they do not.
  questions_before smallint check (questions_before between 5 and 1440),
  -- Whose list of unlawful topics holds, such as 'GB'.
  jurisdiction text not null,
  -- The words of the link by which people apply; null: nobody applies by link.
  link text,
  -- From here on criteria, weights, questions and anchors stay as they are: the first interview may begin.
  fixed_at timestamptz,
  made_by uuid,
  made_at timestamptz not null,
  -- Counts the changes.
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, role_id) references role (organization_id, id),
  foreign key (organization_id, profile_id) references role_profile (organization_id, id),
  foreign key (organization_id, made_by) references person (organization_id, id)
);
create unique index vacancy_link_key on vacancy (organization_id, link);
create index vacancy_in_order on vacancy (organization_id, made_at desc, id);

-- One competency of the profile in this vacancy, with the words and level that it asked for when it was made.
create table vacancy_criterion (
  organization_id uuid not null,
  id uuid not null,
  vacancy_id uuid not null,
  position integer not null,
  framework_id uuid not null,
  competency_key text not null,
  name text not null,
  -- What must be there on the first day; null: nothing, it is learned in the job.
  entry_level_key text,
  -- The full level, and months until it is reached.
  level_key text not null,
  months smallint,
  must boolean not null,
  -- Assessed here; else it becomes a goal of the first months.
  assessed boolean not null,
  -- Of the assessed: its share in the combination, any positive number. Null for the others.
  weight smallint check (weight between 1 and 100),
  primary key (organization_id, id),
  unique (organization_id, vacancy_id, framework_id, competency_key),
  foreign key (organization_id, vacancy_id) references vacancy (organization_id, id) on delete cascade,
  check (assessed = (weight is not null))
);

create table vacancy_panel (
  organization_id uuid not null,
  vacancy_id uuid not null,
  person_id uuid not null,
  is_chair boolean not null,
  -- Has gone through the preparation of panels.
  prepared_at timestamptz,
  -- Left the panel; what they had submitted stays.
  left_at timestamptz,
  primary key (organization_id, vacancy_id, person_id),
  foreign key (organization_id, vacancy_id) references vacancy (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index vacancy_panel_of_person on vacancy_panel (organization_id, person_id);

-- The organisation's own questions, to be used again. Each row is a version: what changes becomes a new one, and kits keep the
-- words that they had.
create table question_bank (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- The first version of the same question: itself, when it is the first.
  family uuid not null,
  number smallint not null check (number >= 1),
  framework_id uuid not null,
  competency_key text not null,
  kind text not null check (kind in ('past', 'situation')),
  text text not null,
  probes text[] not null,
  made_by uuid,
  made_at timestamptz not null,
  -- Not offered any more: retired, or replaced by the next version.
  retired_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, family, number),
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade,
  foreign key (organization_id, made_by) references person (organization_id, id)
);
create index question_bank_of_competency on question_bank (organization_id, framework_id, competency_key);

create table vacancy_question (
  organization_id uuid not null,
  id uuid not null,
  vacancy_id uuid not null,
  criterion_id uuid not null,
  position integer not null,
  -- 'past': what somebody did; 'situation': what they would do, where experience is not expected.
  kind text not null check (kind in ('past', 'situation')),
  text text not null,
  -- Neutral: the same for everybody.
  probes text[] not null,
  -- Who asks it of every candidate; null: not said yet.
  asked_by uuid,
  -- The scale of the rating: 1 to 5, 7 or 9. No response is not a point of it.
  points smallint not null check (points in (5, 7, 9)),
  -- Where it comes from: a statement of the framework, the bank, or written here.
  source text not null check (source in ('framework', 'bank', 'own')),
  bank_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, vacancy_id) references vacancy (organization_id, id) on delete cascade,
  foreign key (organization_id, criterion_id) references vacancy_criterion (organization_id, id) on delete cascade,
  foreign key (organization_id, asked_by) references person (organization_id, id),
  foreign key (organization_id, bank_id) references question_bank (organization_id, id)
);
create index vacancy_question_of_vacancy on vacancy_question (organization_id, vacancy_id, position);

-- A labelled range of the rating and what an answer in it sounds like.
create table question_anchor (
  organization_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  from_point smallint not null,
  to_point smallint not null,
  label text not null,
  -- Behaviours and benchmark answers, one a line.
  texts text[] not null,
  -- The level that an answer in this range shows; null: below the first, or none.
  level_key text,
  primary key (organization_id, id),
  unique (organization_id, question_id, from_point),
  foreign key (organization_id, question_id) references vacancy_question (organization_id, id) on delete cascade,
  check (from_point between 1 and to_point)
);

create table candidate (
  organization_id uuid not null,
  id uuid not null,
  vacancy_id uuid not null,
  -- Erased: the name is a pseudonym and the rest is null.
  name text not null,
  email text,
  -- What they wrote of themselves for this vacancy.
  letter text,
  -- What they need so that the interview is fair to them.
  accommodation text,
  -- The words of the notice that they were shown: what is assessed, what is kept and for how long.
  notice text not null,
  -- SHA-256 of the secret of their own page.
  page_hash text,
  stage text not null check (stage in ('applied', 'invited', 'interviewed', 'offered', 'hired', 'refused', 'declined')),
  -- The furthest stage on the way to being hired; who is refused keeps it, so that each step can be counted by itself.
  reached text not null default 'applied' check (reached in ('applied', 'invited', 'interviewed', 'offered', 'hired')),
  applied_at timestamptz not null,
  withdrawn_at timestamptz,
  erased_at timestamptz,
  -- Set when hired and entered among the people.
  person_id uuid,
  primary key (organization_id, id),
  unique (organization_id, page_hash),
  foreign key (organization_id, vacancy_id) references vacancy (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index candidate_of_vacancy on candidate (organization_id, vacancy_id, applied_at);

-- What candidates say of themselves of their own will, for fairness alone. Apart from all else about them: no query joins it
-- to a score, and it is shown in counts only.
create table candidate_voluntary (
  organization_id uuid not null,
  candidate_id uuid not null,
  -- Such as 'sex' or 'age'.
  dimension text not null,
  -- One of the answers that were offered.
  answer text not null,
  primary key (organization_id, candidate_id, dimension),
  foreign key (organization_id, candidate_id) references candidate (organization_id, id) on delete cascade
);

-- What the voluntary answers of erased candidates counted for: numbers alone, that lead to nobody.
create table candidate_count (
  organization_id uuid not null,
  vacancy_id uuid not null,
  dimension text not null,
  answer text not null,
  reached text not null,
  -- Not taken further than that.
  refused boolean not null,
  count integer not null check (count > 0),
  primary key (organization_id, vacancy_id, dimension, answer, reached, refused),
  foreign key (organization_id, vacancy_id) references vacancy (organization_id, id) on delete cascade
);

create table interview (
  organization_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  starts_at timestamptz not null,
  minutes smallint not null check (minutes between 10 and 480),
  -- The time zone in which people say when it is, such as 'Europe/London'.
  zone text not null default 'UTC',
  place text not null,
  -- Counts the changes, for calendars.
  sequence integer not null default 0,
  cancelled_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, candidate_id) references candidate (organization_id, id) on delete cascade
);
create index interview_of_candidate on interview (organization_id, candidate_id);

-- What one panel member noted and rated of one candidate. Nobody else sees it before they have submitted their own.
create table scorecard (
  organization_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  person_id uuid not null,
  started_at timestamptz not null,
  -- Set: locked for ever.
  submitted_at timestamptz,
  -- Its place in the vacancy's chain of sealed records; null until it is submitted.
  seal_number integer,
  primary key (organization_id, id),
  unique (organization_id, candidate_id, person_id),
  foreign key (organization_id, candidate_id) references candidate (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id),
  check ((submitted_at is null) = (seal_number is null))
);

create table scorecard_entry (
  organization_id uuid not null,
  scorecard_id uuid not null,
  question_id uuid not null,
  -- Null: not rated. No response and a question that was not asked are said below, and are not a low rating.
  rating smallint check (rating between 1 and 9),
  no_response boolean not null default false,
  -- The question was not asked, with the reason.
  skipped text,
  -- A probe that was not in the kit.
  extra_probe text,
  notes text,
  -- [{ "text": …, "at": … }]: what the candidate said, and when it was written down.
  quotes jsonb not null default '[]',
  level_key text,
  -- Months until the target level is reached, as this panel member estimates.
  months smallint check (months between 0 and 120),
  changed_at timestamptz not null,
  -- Counts what a device has sent, so that nothing is taken twice and nothing old overwrites.
  revision integer not null default 0,
  primary key (organization_id, scorecard_id, question_id),
  foreign key (organization_id, scorecard_id) references scorecard (organization_id, id) on delete cascade,
  foreign key (organization_id, question_id) references vacancy_question (organization_id, id) on delete cascade,
  check (rating is null or not no_response)
);

-- Who has seen what others gave a candidate without having given anything themselves: they rate this candidate no more.
create table scorecard_sight (
  organization_id uuid not null,
  candidate_id uuid not null,
  person_id uuid not null,
  seen_at timestamptz not null,
  primary key (organization_id, candidate_id, person_id),
  foreign key (organization_id, candidate_id) references candidate (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);

-- What the panel agreed together about one answer of one candidate, beside the originals and never over them.
create table consensus (
  organization_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  question_id uuid not null,
  rating smallint check (rating between 1 and 9),
  level_key text,
  months smallint,
  reason text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  seal_number integer not null,
  primary key (organization_id, id),
  foreign key (organization_id, candidate_id) references candidate (organization_id, id) on delete cascade,
  foreign key (organization_id, question_id) references vacancy_question (organization_id, id) on delete cascade,
  foreign key (organization_id, made_by) references person (organization_id, id)
);
create index consensus_of_candidate on consensus (organization_id, candidate_id, question_id, seal_number);

-- What was decided about one candidate; the latest holds, the earlier ones stay.
create table hiring_decision (
  organization_id uuid not null,
  id uuid not null,
  vacancy_id uuid not null,
  candidate_id uuid not null,
  outcome text not null check (outcome in ('offer', 'reserve', 'no')),
  -- In the reserve: who is asked first is 1.
  place smallint check (place > 0),
  reason text not null,
  -- Why, in spite of what was open about somebody who is taken.
  despite text,
  -- Why an earlier decision was replaced.
  changes text,
  -- What it stood on, as it was shown: ids and numbers alone.
  basis jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  seal_number integer not null,
  primary key (organization_id, id),
  foreign key (organization_id, vacancy_id) references vacancy (organization_id, id) on delete cascade,
  foreign key (organization_id, candidate_id) references candidate (organization_id, id) on delete cascade,
  foreign key (organization_id, made_by) references person (organization_id, id)
);
create index hiring_decision_of_vacancy on hiring_decision (organization_id, vacancy_id, seal_number);

-- A member's signature below the decision as it stood; after a changed decision they sign again, and the earlier one stays.
create table decision_signature (
  organization_id uuid not null,
  id uuid not null,
  vacancy_id uuid not null,
  person_id uuid not null,
  signed_at timestamptz not null,
  -- Where somebody signs with another opinion.
  dissent text,
  -- The seal of the last decision that was signed.
  up_to integer not null,
  seal_number integer not null,
  primary key (organization_id, id),
  unique (organization_id, vacancy_id, person_id, up_to),
  foreign key (organization_id, vacancy_id) references vacancy (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);

-- The vacancy's chain: the fixed kit, every card, consensus, decision and signature, numbered without a gap and sealed with the one before.
-- Numbers and choices stand in the body; of texts only the seals, so that the words can be erased and the chain still holds.
create table recruit_seal (
  organization_id uuid not null,
  vacancy_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('kit', 'card', 'consensus', 'decision', 'signature')),
  -- The row that it seals (of a kit: the vacancy), and the person whose act it was; null: nobody among the people.
  thing_id uuid not null,
  person_id uuid check (person_id is not null or kind = 'kit'),
  at timestamptz not null,
  body jsonb not null,
  -- By the text's place in the thing.
  text_seals jsonb not null,
  -- What the texts were sealed with; null since they were erased, so that nobody can try words against their seals.
  salt text,
  previous_seal text not null,
  seal text not null,
  primary key (organization_id, vacancy_id, number),
  foreign key (organization_id, vacancy_id) references vacancy (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index recruit_seal_of_thing on recruit_seal (organization_id, thing_id);

-- What is handed over when somebody is hired: what they learn in their first months, in the framework's words.
create table onboarding (
  organization_id uuid not null,
  id uuid not null,
  vacancy_id uuid not null,
  candidate_id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  -- As src/recruit/decision/onboarding.ts states it.
  goals jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, candidate_id),
  foreign key (organization_id, vacancy_id) references vacancy (organization_id, id) on delete cascade,
  foreign key (organization_id, candidate_id) references candidate (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, made_by) references person (organization_id, id)
);
create index onboarding_of_person on onboarding (organization_id, person_id);

-- How somebody who was hired does in a competency after months in the job, to learn which questions foretell it.
create table hiring_outcome (
  organization_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  criterion_id uuid not null,
  after_months smallint not null check (after_months in (6, 12)),
  -- Null: whoever rates has not seen enough of it to say. That is no level, and no low one.
  level_key text,
  rated_by uuid,
  rated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, candidate_id, criterion_id, after_months),
  foreign key (organization_id, candidate_id) references candidate (organization_id, id) on delete cascade,
  foreign key (organization_id, criterion_id) references vacancy_criterion (organization_id, id) on delete cascade,
  foreign key (organization_id, rated_by) references person (organization_id, id)
);

-- That a manager has been asked by mail how somebody does; nobody is asked twice for the same months.
create table hiring_outcome_asked (
  organization_id uuid not null,
  candidate_id uuid not null,
  after_months smallint not null check (after_months in (6, 12)),
  asked_at timestamptz not null,
  primary key (organization_id, candidate_id, after_months),
  foreign key (organization_id, candidate_id) references candidate (organization_id, id) on delete cascade
);

-- What a candidate is told after the decision, in the words of the anchors: a draft until it is sent, and then as it was sent.
create table candidate_feedback (
  organization_id uuid not null,
  candidate_id uuid not null,
  -- As src/recruit/feedback/feedback.ts states it.
  content jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null,
  -- Counts the changes.
  version integer not null default 1,
  sent_at timestamptz,
  primary key (organization_id, candidate_id),
  foreign key (organization_id, candidate_id) references candidate (organization_id, id) on delete cascade,
  foreign key (organization_id, changed_by) references person (organization_id, id)
);

-- Vacancies whose voluntary answers have been turned into counts (candidate_count), which never change again: no two reports
-- differ by one person. The answers themselves are gone.
create table vacancy_counted (
  organization_id uuid not null,
  vacancy_id uuid not null,
  counted_at timestamptz not null,
  primary key (organization_id, vacancy_id),
  foreign key (organization_id, vacancy_id) references vacancy (organization_id, id) on delete cascade
);

-- Topics that may not be asked about, by jurisdiction, where the organisation has changed Sightline's list.
create table unlawful_topic (
  organization_id uuid not null references organization (id),
  jurisdiction text not null,
  id uuid not null,
  -- Words that give the topic away.
  words text[] not null,
  says text not null,
  primary key (organization_id, id)
);

alter table vacancy enable row level security;
alter table vacancy force row level security;
create policy own on vacancy
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table vacancy_criterion enable row level security;
alter table vacancy_criterion force row level security;
create policy own on vacancy_criterion
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table vacancy_panel enable row level security;
alter table vacancy_panel force row level security;
create policy own on vacancy_panel
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table question_bank enable row level security;
alter table question_bank force row level security;
create policy own on question_bank
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table vacancy_question enable row level security;
alter table vacancy_question force row level security;
create policy own on vacancy_question
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table question_anchor enable row level security;
alter table question_anchor force row level security;
create policy own on question_anchor
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table candidate enable row level security;
alter table candidate force row level security;
create policy own on candidate
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table candidate_voluntary enable row level security;
alter table candidate_voluntary force row level security;
create policy own on candidate_voluntary
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table candidate_count enable row level security;
alter table candidate_count force row level security;
create policy own on candidate_count
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table interview enable row level security;
alter table interview force row level security;
create policy own on interview
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table scorecard enable row level security;
alter table scorecard force row level security;
create policy own on scorecard
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table scorecard_entry enable row level security;
alter table scorecard_entry force row level security;
create policy own on scorecard_entry
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table scorecard_sight enable row level security;
alter table scorecard_sight force row level security;
create policy own on scorecard_sight
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table consensus enable row level security;
alter table consensus force row level security;
create policy own on consensus
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table hiring_decision enable row level security;
alter table hiring_decision force row level security;
create policy own on hiring_decision
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table decision_signature enable row level security;
alter table decision_signature force row level security;
create policy own on decision_signature
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table onboarding enable row level security;
alter table onboarding force row level security;
create policy own on onboarding
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table recruit_seal enable row level security;
alter table recruit_seal force row level security;
create policy own on recruit_seal
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table hiring_outcome enable row level security;
alter table hiring_outcome force row level security;
create policy own on hiring_outcome
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table hiring_outcome_asked enable row level security;
alter table hiring_outcome_asked force row level security;
create policy own on hiring_outcome_asked
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table candidate_feedback enable row level security;
alter table candidate_feedback force row level security;
create policy own on candidate_feedback
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table vacancy_counted enable row level security;
alter table vacancy_counted force row level security;
create policy own on vacancy_counted
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table unlawful_topic enable row level security;
alter table unlawful_topic force row level security;
create policy own on unlawful_topic
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
