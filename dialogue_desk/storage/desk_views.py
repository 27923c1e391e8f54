"""Views of a desk file, for people who open it with another tool.

The app itself reads the table, since older SQLites allow no JSON function in a schema that is not trusted.
They are those of one migration: a later change of them is another migration, with views of its own.
"""

VIEWS = (
    """
    CREATE VIEW programs AS
    SELECT id, body ->> 'name' AS name, coalesce(body ->> 'code', '') AS code,
        coalesce(body ->> 'sessions', 1) AS sessions, coalesce(body ->> 'languages', '["en"]') AS languages,
        coalesce(body ->> 'sample', 0) AS sample, coalesce(body ->> 'smallest_total', 10) AS smallest_total,
        coalesce(body ->> 'keep_until', '') AS keep_until, coalesce(body ->> 'organizer', '') AS organizer,
        coalesce(body ->> 'contact', '') AS contact, coalesce(body ->> 'actors', '[]') AS actors,
        coalesce(body ->> 'answers', '') AS answers, coalesce(body ->> 'answer_by', '') AS answer_by,
        coalesce(body ->> 'forum', '') AS forum, coalesce(body ->> 'data_license', '') AS data_license
    FROM record WHERE kind = 'program' AND body IS NOT NULL
    """,
    """
    CREATE VIEW circles AS
    SELECT circle.id, circle.body ->> 'code' AS code, coalesce(circle.body ->> 'place', '') AS place,
        coalesce(circle.body ->> 'language', 'en') AS language, circle.body ->> 'program' AS program_id,
        coalesce(program.code, '') AS program_code, coalesce(program.name, '') AS program,
        coalesce(circle.body ->> 'about', '') AS about, coalesce(circle.body ->> 'youth', 0) AS youth,
        coalesce(circle.body ->> 'affinity', '') AS affinity, coalesce(circle.body ->> 'round', 0) AS round,
        coalesce(circle.body ->> 'keep_until', '') AS keep_until
    FROM record AS circle LEFT JOIN programs AS program ON program.id = circle.body ->> 'program'
    WHERE circle.kind = 'circle' AND circle.body IS NOT NULL
    """,
    """
    CREATE VIEW sessions AS
    SELECT session.id, session.owner AS circle_id, coalesce(circles.code, '') AS circle,
        coalesce(circles.program_code, '') AS program_code, session.body ->> 'number' AS number,
        coalesce(session.body ->> 'title', '') AS title,
        coalesce(nullif(session.body ->> 'place', ''), circles.place, '') AS place,
        datetime((session.body ->> 'start') / 1000, 'unixepoch') AS starts_utc,
        datetime((session.body ->> 'hard_end') / 1000, 'unixepoch') AS ends_utc,
        session.body ->> 'people' AS people_expected, session.body ->> 'present' AS people_present,
        coalesce(session.body ->> 'languages', '["en"]') AS languages,
        coalesce(session.body ->> 'officers', 'not said') AS officers
    FROM record AS session LEFT JOIN circles ON circles.id = session.owner
    WHERE session.kind = 'session' AND session.body IS NOT NULL
    """,
    """
    CREATE VIEW themes AS
    SELECT theme.id, theme.owner AS owner_id, coalesce(circles.code, '') AS own_theme_of,
        theme.body ->> 'name' AS name, theme.body ->> 'into' AS joined_with_id,
        theme.body ->> 'under' AS under_id, coalesce(theme.body ->> 'aside', 0) AS aside
    FROM record AS theme LEFT JOIN circles ON circles.id = theme.owner
    WHERE theme.kind = 'theme' AND theme.body IS NOT NULL
    """,
    """
    CREATE VIEW note_themes AS
    SELECT note.id AS note_id, coalesce(sessions.circle, '') AS circle, sessions.number AS session,
        note.body ->> 'text' AS text, themes.id AS theme_id, themes.name AS theme
    FROM record AS note, json_each(note.body, '$.themes') AS under JOIN themes ON themes.id = under.value
        LEFT JOIN sessions ON sessions.id = note.owner
    WHERE note.kind = 'note' AND note.body IS NOT NULL
    """,
    """
    CREATE VIEW notes AS
    SELECT note.id, note.owner AS session_id, coalesce(sessions.circle, '') AS circle,
        sessions.number AS session, coalesce(note.body ->> 'part', '') AS part, note.body ->> 'kind' AS kind,
        note.body ->> 'text' AS text, coalesce(note.body ->> 'spread', 'not said') AS spread,
        (SELECT group_concat(theme, '; ') FROM note_themes WHERE note_themes.note_id = note.id) AS themes,
        coalesce(nullif(note.body ->> 'language', ''), circles.language, '') AS language,
        coalesce(note.body ->> 'consent', 'not asked') AS consent,
        coalesce(note.body ->> 'sensitive', 0) AS sensitive,
        coalesce(note.body ->> 'parked', 'open') AS parked,
        datetime((note.body ->> 'said_at') / 1000, 'unixepoch') AS said_at_utc,
        note.others IS NOT NULL AS clash
    FROM record AS note LEFT JOIN sessions ON sessions.id = note.owner
        LEFT JOIN circles ON circles.id = sessions.circle_id
    WHERE note.kind = 'note' AND note.body IS NOT NULL
    """,
    """
    CREATE VIEW actions AS
    SELECT action.id, action.owner AS session_id, coalesce(sessions.circle, '') AS circle,
        sessions.number AS session, action.body ->> 'what' AS what,
        coalesce(action.body ->> 'why', '') AS why, coalesce(action.body ->> 'who', '') AS who,
        coalesce(action.body ->> 'first_step', '') AS first_step,
        coalesce(action.body ->> 'level', 'not said') AS level,
        coalesce(action.body ->> 'horizon', 'not said') AS horizon, action.body ->> 'dots' AS dots,
        (SELECT group_concat(themes.name, '; ') FROM json_each(action.body, '$.themes') AS under
            JOIN themes ON themes.id = under.value) AS themes,
        coalesce(nullif(action.body ->> 'language', ''), circles.language, '') AS language,
        action.others IS NOT NULL AS clash
    FROM record AS action LEFT JOIN sessions ON sessions.id = action.owner
        LEFT JOIN circles ON circles.id = sessions.circle_id
    WHERE action.kind = 'action' AND action.body IS NOT NULL
    """,
    """
    CREATE VIEW ground_rules AS
    SELECT rule.id, rule.owner AS circle_id, coalesce(circles.code, '') AS circle,
        rule.body ->> 'text' AS text, rule.body ->> 'place' AS place
    FROM record AS rule LEFT JOIN circles ON circles.id = rule.owner
    WHERE rule.kind = 'ground rule' AND rule.body IS NOT NULL
    """,
)
