-- Stories: what somebody did once, told in parts, and which competency and level each shows. Evidence: what was seen, on
-- which day and by whom, for or against a level. Both belong to the person and are seen by nobody else unless shared.
-- Safe: creates only.

create table story (
  organization_id uuid not null references organization (id),
  id uuid not null,
  person_id uuid not null,
  -- Null: not written yet; a draft may lack any part.
  title text,
  situation text,
  -- What the person did: competency and level are read from it alone.
  action text,
  result text,
  -- What changed for others.
  change text,
  setting text not null check (setting in ('work', 'student-job', 'volunteering', 'sport', 'study', 'home', 'other')),
  -- When, as the person says it: "summer 2024".
  happened text,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- Counts the changes.
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index story_of_person on story (organization_id, person_id, changed_at desc);

-- A story shows this competency at this level; the person has said so, whoever proposed it.
create table story_placement (
  organization_id uuid not null,
  id uuid not null,
  story_id uuid not null,
  framework_id uuid not null,
  competency_key text not null,
  level_key text not null,
  -- The words of the action that show it, as they stood; null: the whole.
  activity text,
  -- 'translate': as Translate proposed it; 'person': put or moved there by hand.
  placed_by text not null check (placed_by in ('translate', 'person')),
  placed_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, story_id, framework_id, competency_key, level_key),
  foreign key (organization_id, story_id) references story (organization_id, id) on delete cascade,
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade
);

-- Never changed: an entry is corrected by a new one that names it, or withdrawn with the reason.
create table evidence (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- Whose profile it stands in.
  person_id uuid not null,
  framework_id uuid not null,
  competency_key text not null,
  level_key text not null,
  stance text not null check (stance in ('for', 'against')),
  -- The day on which it was seen.
  seen_on date not null,
  -- What was seen.
  text text not null,
  -- Who saw it: somebody of the organisation, or a name; neither: whoever wrote it.
  seen_by uuid,
  seen_by_name text,
  link text,
  written_by uuid not null,
  written_at timestamptz not null,
  -- The entry that this one takes the place of.
  corrects uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade,
  foreign key (organization_id, seen_by) references person (organization_id, id),
  foreign key (organization_id, written_by) references person (organization_id, id),
  foreign key (organization_id, corrects) references evidence (organization_id, id),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check (seen_by is null or seen_by_name is null)
);
create index evidence_of_person on evidence (organization_id, person_id, seen_on desc);
create index evidence_written_by on evidence (organization_id, written_by);
-- An entry is corrected once; a correction may be corrected again.
create unique index evidence_corrects_key on evidence (organization_id, corrects) where corrects is not null;

-- What the person says to an entry that somebody else wrote about them.
create table evidence_answer (
  organization_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  text text not null,
  written_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, evidence_id) references evidence (organization_id, id) on delete cascade
);
create index evidence_answer_of_evidence on evidence_answer (organization_id, evidence_id);

alter table story enable row level security;
alter table story force row level security;
create policy own on story
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table story_placement enable row level security;
alter table story_placement force row level security;
create policy own on story_placement
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table evidence enable row level security;
alter table evidence force row level security;
create policy own on evidence
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table evidence_answer enable row level security;
alter table evidence_answer force row level security;
create policy own on evidence_answer
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
