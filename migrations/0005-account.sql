-- Accounts and how they sign in; who belongs to an organisation and with which roles; invitations, tokens, mails.
-- Safe: creates only.

-- 1. What better-auth 1.7.25 keeps, as its own `compileMigrations` writes it. It has a schema of its own, because an account may
-- belong to several organisations and knows none of them. src/identity/auth.test.ts fails when better-auth wants more.

create schema identity;

create table identity."user" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "twoFactorEnabled" boolean
);

create table identity."session" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references identity."user" ("id") on delete cascade
);

create table identity."account" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references identity."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);

create table identity."verification" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);

create table identity."twoFactor" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references identity."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);

create index "session_userId_idx" on identity."session" ("userId");
create index "account_userId_idx" on identity."account" ("userId");
create index "verification_identifier_idx" on identity."verification" ("identifier");
create index "twoFactor_secret_idx" on identity."twoFactor" ("secret");
create index "twoFactor_userId_idx" on identity."twoFactor" ("userId");

-- The same person of the company's sign-in is one account here.
create unique index account_of_provider on identity."account" ("providerId", "accountId");

-- 2. Our own, beside them.

-- Attempts at passwords, codes, links and tokens, by a fingerprint of the account or address they are about.
create table identity.attempt (
  key text not null primary key,
  count integer not null,
  -- The count starts anew from here on.
  ends_at timestamptz not null
);

create index attempt_ends_at on identity.attempt (ends_at);

-- The key of the cookies, where there is no folder of ours to keep it in.
create table identity.secret (
  name text not null primary key,
  value text not null,
  made_at timestamptz not null default now()
);
