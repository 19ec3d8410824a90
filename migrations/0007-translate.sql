-- Translate: what people judged of translations, examples that they propose, vectors of texts, and the endpoint.
-- Safe: creates only.

-- Somebody accepted or corrected a translation.
create table translate_judgement (
  organization_id uuid not null references organization (id),
  id uuid not null,
  framework_id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null,
  -- Which backend had made the translation.
  backend text not null,
  -- What was said: every competency and level with its probability, and the band.
  said jsonb not null,
  -- What the framework's own words alone would have said, without anybody's examples.
  alone jsonb not null,
  -- What the person says. Null: the framework has no levels.
  competency_key text not null,
  level_key text,
  -- The person's own words, where they wanted them kept: then it is an example for their own translations.
  text text,
  primary key (organization_id, id),
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index translate_judgement_of_person on translate_judgement (organization_id, person_id, made_at desc);
create index translate_judgement_of_framework on translate_judgement (organization_id, framework_id, made_at);

-- An example that somebody proposes for everybody's translations.
create table translate_proposal (
  organization_id uuid not null references organization (id),
  id uuid not null,
  judgement_id uuid not null,
  framework_id uuid not null,
  -- As it is or would be used; a steward may have changed what was proposed.
  text text not null,
  competency_key text not null,
  level_key text,
  state text not null check (state in ('waiting', 'accepted', 'rejected')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  -- The steward; null: nobody yet.
  settled_by uuid,
  settled_at timestamptz,
  -- Why it was rejected.
  answer text,
  primary key (organization_id, id),
  unique (organization_id, judgement_id),
  foreign key (organization_id, judgement_id) references translate_judgement (organization_id, id) on delete cascade,
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade,
  foreign key (organization_id, proposed_by) references person (organization_id, id)
);
create index translate_proposal_of_framework on translate_proposal (organization_id, framework_id, state);
create index translate_proposal_of_person on translate_proposal (organization_id, proposed_by);

-- What a sentence model made of the texts of published frameworks, so that a start need not compute it again.
-- Never of what somebody types.
create table translate_vector (
  organization_id uuid not null references organization (id),
  backend text not null,
  -- SHA-256 of the text.
  content text not null,
  -- 32-bit floats, the lowest byte first.
  meaning bytea not null,
  wording bytea not null,
  primary key (organization_id, backend, content)
);

-- A language model elsewhere, which an owner may let people ask. No row: nothing is ever sent anywhere.
create table translate_endpoint (
  organization_id uuid not null references organization (id),
  base_url text not null,
  model text not null,
  -- Sealed; never shown again. Null: the endpoint needs none.
  sealed_key text,
  -- The words to which the owner agreed for the organisation, who and when.
  consent text not null,
  agreed_by uuid,
  agreed_at timestamptz not null,
  primary key (organization_id)
);

alter table translate_judgement enable row level security;
alter table translate_judgement force row level security;
create policy own on translate_judgement
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table translate_proposal enable row level security;
alter table translate_proposal force row level security;
create policy own on translate_proposal
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table translate_vector enable row level security;
alter table translate_vector force row level security;
create policy own on translate_vector
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table translate_endpoint enable row level security;
alter table translate_endpoint force row level security;
create policy own on translate_endpoint
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
