-- Documents being read in: the source as it came, the draft the reader made of it, and what a person changed since.
-- Safe: creates only.

create table intake_draft (
  organization_id uuid not null references organization (id),
  id uuid not null,
  name text,
  text text not null,
  -- The draft as the reader left it. The steps below, replayed on it, give the draft as it stands.
  draft jsonb not null,
  -- What the list of drafts shows of the draft as it stands: { title, competencies, statements, unplaced }.
  summary jsonb not null,
  created_at timestamptz not null,
  published_framework_id uuid,
  published_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, published_framework_id) references framework (organization_id, id)
    on delete set null (published_framework_id)
);

create table intake_step (
  organization_id uuid not null,
  draft_id uuid not null,
  -- Counts from 1; the key makes two people who change the same draft at once meet in a conflict, not in a loss.
  position integer not null,
  operation jsonb not null,
  made_at timestamptz not null,
  primary key (organization_id, draft_id, position),
  foreign key (organization_id, draft_id) references intake_draft (organization_id, id) on delete cascade
);

alter table intake_draft enable row level security;
alter table intake_draft force row level security;
create policy own on intake_draft
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);

alter table intake_step enable row level security;
alter table intake_step force row level security;
create policy own on intake_step
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
