-- Candidate actions. A measure is carried by a perspective, which has its state, author, attribution and language: so
-- responses, moderation, withdrawal and erasure hold for measures as for anything that people respond to. No reference
-- to it, as an erased perspective that nobody responded to is gone.
CREATE TABLE measure (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  number BIGINT NOT NULL,
  question_id TEXT NOT NULL REFERENCES question(id),
  perspective_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  cost BIGINT,
  source TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  UNIQUE (dialogue_id, number)
);

-- How measures depend on each other. `measures` are numbers, `;` between; `effects` is the JSON of what a synergy adds.
CREATE TABLE measure_relation (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  kind TEXT NOT NULL,
  measures TEXT NOT NULL,
  k BIGINT,
  effects TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX measure_relation_dialogue ON measure_relation(dialogue_id);

-- The spheres, the tolerance and the budget of a dialogue, where they differ from the program's own.
CREATE TABLE landing_rules (
  dialogue_id TEXT PRIMARY KEY REFERENCES dialogue(id),
  spheres TEXT NOT NULL,
  tolerance BIGINT NOT NULL,
  budget BIGINT
);

-- What a measure does to a party in a sphere, as somebody says: the delegation itself (`own`), an expert, the
-- literature, a model. Other sides name themselves in `said_by`.
CREATE TABLE effect (
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  measure_id TEXT NOT NULL REFERENCES measure(id),
  delegation_id TEXT NOT NULL REFERENCES delegation(id),
  sphere TEXT NOT NULL,
  origin TEXT NOT NULL,
  said_by TEXT NOT NULL,
  low BIGINT NOT NULL,
  mode BIGINT NOT NULL,
  high BIGINT NOT NULL,
  reason TEXT NOT NULL,
  lang TEXT NOT NULL,
  evidence TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (measure_id, delegation_id, sphere, origin, said_by)
);
CREATE INDEX effect_dialogue ON effect(dialogue_id);

-- Whether a delegation shows its own effects to everybody. Without a row they are confidential.
CREATE TABLE assessment (
  delegation_id TEXT PRIMARY KEY REFERENCES delegation(id),
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  published BOOLEAN NOT NULL,
  changed_at BIGINT NOT NULL
);

-- Floors that a delegation sets: for a measure (never), for a sphere, or for itself.
CREATE TABLE red_line (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  delegation_id TEXT NOT NULL REFERENCES delegation(id),
  sphere TEXT,
  measure_id TEXT REFERENCES measure(id),
  floor BIGINT,
  published BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX red_line_dialogue ON red_line(dialogue_id);

-- The confidential figures of each delegation as they last went, with those of others, into results that others see.
CREATE TABLE landing_layer (
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  delegation_id TEXT NOT NULL,
  bloc TEXT NOT NULL,
  figures TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (dialogue_id, delegation_id)
);

-- A set of measures that the dialogue works on. `measures` are numbers, `;` between; `basis` is the canonical query of
-- the result that it was kept from.
CREATE TABLE package (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  number BIGINT NOT NULL,
  title TEXT NOT NULL,
  lang TEXT NOT NULL,
  measures TEXT NOT NULL,
  basis TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (dialogue_id, number)
);

-- How a package is decided on. The measures stand in the decision too, as an amendment changes them.
CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  dialogue_id TEXT NOT NULL REFERENCES dialogue(id),
  package_id TEXT NOT NULL REFERENCES package(id),
  number BIGINT NOT NULL,
  procedure TEXT NOT NULL,
  state TEXT NOT NULL,
  measures TEXT NOT NULL,
  ends_at BIGINT,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  UNIQUE (dialogue_id, number)
);

-- What delegations say in a decision: the last word of each kind counts.
CREATE TABLE decision_voice (
  decision_id TEXT NOT NULL REFERENCES decision(id),
  delegation_id TEXT NOT NULL REFERENCES delegation(id),
  kind TEXT NOT NULL,
  says TEXT NOT NULL,
  reason TEXT NOT NULL,
  lang TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (decision_id, delegation_id, kind)
);

-- Each step of a decision, in order.
CREATE TABLE decision_step (
  id TEXT PRIMARY KEY,
  decision_id TEXT NOT NULL REFERENCES decision(id),
  step TEXT NOT NULL,
  state TEXT NOT NULL,
  measures TEXT NOT NULL,
  ends_at BIGINT,
  at BIGINT NOT NULL
);
CREATE INDEX decision_step_decision ON decision_step(decision_id);
