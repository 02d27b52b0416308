using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Luoshi.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ledger_kept_filters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    query = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_kept_filters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_light_tallies",
                columns: table => new
                {
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    light = table.Column<string>(type: "text", nullable: false),
                    progress = table.Column<string>(type: "text", nullable: false),
                    overdue = table.Column<bool>(type: "boolean", nullable: false),
                    turn = table.Column<string>(type: "text", nullable: false),
                    indicators = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_light_tallies", x => new { x.list_id, x.period_end, x.unit_id, x.light, x.progress, x.overdue, x.turn });
                });

            migrationBuilder.CreateTable(
                name: "ledger_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    division_code = table.Column<string>(type: "text", nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed = table.Column<bool>(type: "boolean", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_match_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    second_key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    same = table.Column<bool>(type: "boolean", nullable: false),
                    first_words = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    second_words = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    person = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_post = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_match_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_person_desks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    columns = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    news_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_person_desks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_reminders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_post = table.Column<Guid>(type: "uuid", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_reminders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    supplement = table.Column<bool>(type: "boolean", nullable: false),
                    reporter_person = table.Column<Guid>(type: "uuid", nullable: true),
                    reporter_post = table.Column<Guid>(type: "uuid", nullable: true),
                    approver_person = table.Column<Guid>(type: "uuid", nullable: true),
                    approver_post = table.Column<Guid>(type: "uuid", nullable: true),
                    accepter_person = table.Column<Guid>(type: "uuid", nullable: true),
                    accepter_post = table.Column<Guid>(type: "uuid", nullable: true),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    blank_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    noticed = table.Column<int>(type: "integer", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_sent_reminders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_sent_reminders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_strips",
                columns: table => new
                {
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_strips", x => new { x.list_id, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "ledger_typed_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    seen_version = table.Column<int>(type: "integer", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_typed_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_unit_ratings",
                columns: table => new
                {
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prints = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_unit_ratings", x => new { x.list_id, x.period_end, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "library_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    encoding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    figures = table.Column<int>(type: "integer", nullable: false),
                    checks = table.Column<int>(type: "integer", nullable: false),
                    conflicts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_library_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_attachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    arrived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_at = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<decimal>(type: "numeric", nullable: true),
                    longitude = table.Column<decimal>(type: "numeric", nullable: true),
                    camera = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_attachments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_blobs",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_blobs", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "platform_jobs",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    done_slot = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    node = table.Column<string>(type: "text", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    failed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_jobs", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "platform_journal_processes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: true),
                    basis = table.Column<string>(type: "text", nullable: true),
                    batch = table.Column<long>(type: "bigint", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: true),
                    hash = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_journal_processes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_journal_seals",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    sealed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    previous = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_journal_seals", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "platform_org_import_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_org_import_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_org_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    short_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    division = table.Column<string>(type: "text", nullable: true),
                    credit_code = table.Column<string>(type: "text", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    order = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_org_units", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_org_units_platform_org_units_parent_id",
                        column: x => x.parent_id,
                        principalTable: "platform_org_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    next_try = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    failed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    phone = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_protection_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_rule_editions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_rule_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_cards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    generated = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    former_text = table.Column<string>(type: "text", nullable: true),
                    former_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    figures = table.Column<string>(type: "text", nullable: false),
                    curves = table.Column<string>(type: "text", nullable: false),
                    rules_version = table.Column<string>(type: "text", nullable: false),
                    generated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    published_by_post = table.Column<Guid>(type: "uuid", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_cards", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_cards_ledger_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "ledger_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_commitments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    level = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    promise = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    end = table.Column<int>(type: "integer", nullable: true),
                    sentence = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    start = table.Column<int>(type: "integer", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_commitments", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_commitments_ledger_commitments_parent_id",
                        column: x => x.parent_id,
                        principalTable: "ledger_commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_commitments_ledger_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "ledger_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_import_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    rows = table.Column<string>(type: "text", nullable: false),
                    mapping = table.Column<string>(type: "text", nullable: false),
                    choices = table.Column<string>(type: "text", nullable: false),
                    by_post = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    adopted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_import_drafts", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_import_drafts_ledger_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "ledger_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_rating_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    reports_due = table.Column<bool>(type: "boolean", nullable: false),
                    rules_version = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    indicators = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_rating_runs", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_rating_runs_ledger_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "ledger_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_task_editions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_by_post = table.Column<Guid>(type: "uuid", nullable: true),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    tasks = table.Column<string>(type: "text", nullable: false),
                    workbook = table.Column<byte[]>(type: "bytea", nullable: false),
                    document = table.Column<byte[]>(type: "bytea", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    withdrawn_by_post = table.Column<Guid>(type: "uuid", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_task_editions", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_task_editions_ledger_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "ledger_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "library_corrections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    indicator = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    stance = table.Column<string>(type: "text", nullable: true),
                    plan = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    plan_max = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    plan_bound = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    person = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_library_corrections", x => x.id);
                    table.ForeignKey(
                        name: "FK_library_corrections_library_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "library_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "library_files",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_library_files", x => x.document_id);
                    table.ForeignKey(
                        name: "FK_library_files_library_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "library_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "library_readings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_version = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    figures = table.Column<byte[]>(type: "bytea", nullable: false),
                    checks = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_library_readings", x => x.id);
                    table.ForeignKey(
                        name: "FK_library_readings_library_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "library_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_journal_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    change = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_journal_events", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_journal_events_platform_journal_processes_process_~",
                        column: x => x.process_id,
                        principalTable: "platform_journal_processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_org_successions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_org_successions", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_org_successions_platform_org_units_from_id",
                        column: x => x.from_id,
                        principalTable: "platform_org_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_platform_org_successions_platform_org_units_to_id",
                        column: x => x.to_id,
                        principalTable: "platform_org_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_posts", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_posts_platform_org_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "platform_org_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    totp_secret = table.Column<string>(type: "text", nullable: true),
                    totp_step = table.Column<long>(type: "bigint", nullable: false),
                    is_disabled = table.Column<bool>(type: "boolean", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    unlocked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    signed_out_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_accounts", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_accounts_platform_people_person_id",
                        column: x => x.person_id,
                        principalTable: "platform_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    chinese = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    english = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    link = table.Column<string>(type: "text", nullable: true),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_notices", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_notices_platform_people_person_id",
                        column: x => x.person_id,
                        principalTable: "platform_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ledger_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    location = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    latitude = table.Column<decimal>(type: "numeric", nullable: true),
                    longitude = table.Column<decimal>(type: "numeric", nullable: true),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    policy_basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    public_summary = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    lead_post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lead_official = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    total_investment = table.Column<decimal>(type: "numeric", nullable: true),
                    year_investment = table.Column<decimal>(type: "numeric", nullable: true),
                    file = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    row = table.Column<int>(type: "integer", nullable: true),
                    words = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    end = table.Column<int>(type: "integer", nullable: true),
                    sentence = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    start = table.Column<int>(type: "integer", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_items", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_items_ledger_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "ledger_commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_items_ledger_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "ledger_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_post_deputies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_post_deputies", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_post_deputies_platform_people_person_id",
                        column: x => x.person_id,
                        principalTable: "platform_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_platform_post_deputies_platform_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "platform_posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_post_holdings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_post_holdings", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_post_holdings_platform_people_person_id",
                        column: x => x.person_id,
                        principalTable: "platform_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_platform_post_holdings_platform_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "platform_posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_role_bindings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_role_bindings", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_role_bindings_platform_org_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "platform_org_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_platform_role_bindings_platform_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "platform_posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_external_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_external_links", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_external_links_platform_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "platform_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_passkeys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    credential_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sign_count = table.Column<long>(type: "bigint", nullable: false),
                    transports = table.Column<List<string>>(type: "text[]", nullable: false),
                    is_user_verified = table.Column<bool>(type: "boolean", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "boolean", nullable: false),
                    is_backed_up = table.Column<bool>(type: "boolean", nullable: false),
                    attestation_object = table.Column<byte[]>(type: "bytea", nullable: false),
                    client_data_json = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_passkeys", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_passkeys_platform_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "platform_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    agent = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_sessions_platform_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "platform_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ledger_card_photos",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    display_id = table.Column<Guid>(type: "uuid", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    alt_text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_card_photos", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_card_photos_ledger_cards_card_id",
                        column: x => x.card_id,
                        principalTable: "ledger_cards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_card_photos_ledger_items_item_id",
                        column: x => x.item_id,
                        principalTable: "ledger_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_indicators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_of_id = table.Column<Guid>(type: "uuid", nullable: true),
                    counted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quantity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    counting = table.Column<string>(type: "text", nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    stage_word = table.Column<string>(type: "text", nullable: true),
                    counts_as_promised = table.Column<bool>(type: "boolean", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    power = table.Column<decimal>(type: "numeric", nullable: false),
                    baseline = table.Column<decimal>(type: "numeric", nullable: true),
                    ceiling = table.Column<decimal>(type: "numeric", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retired = table.Column<bool>(type: "boolean", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_indicators", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_indicators_ledger_indicators_counted_by_id",
                        column: x => x.counted_by_id,
                        principalTable: "ledger_indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_indicators_ledger_indicators_part_of_id",
                        column: x => x.part_of_id,
                        principalTable: "ledger_indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_indicators_ledger_items_item_id",
                        column: x => x.item_id,
                        principalTable: "ledger_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_item_funds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    planned = table.Column<decimal>(type: "numeric", nullable: false),
                    arrived = table.Column<decimal>(type: "numeric", nullable: false),
                    paid = table.Column<decimal>(type: "numeric", nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_item_funds", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_item_funds_ledger_items_item_id",
                        column: x => x.item_id,
                        principalTable: "ledger_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_item_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    same_as_id = table.Column<Guid>(type: "uuid", nullable: false),
                    confirmed_by_post = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_item_links", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_item_links_ledger_items_item_id",
                        column: x => x.item_id,
                        principalTable: "ledger_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_item_links_ledger_items_same_as_id",
                        column: x => x.same_as_id,
                        principalTable: "ledger_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_item_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    signed_by_post = table.Column<Guid>(type: "uuid", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_item_units", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_item_units_ledger_items_item_id",
                        column: x => x.item_id,
                        principalTable: "ledger_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_report_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    progress = table.Column<string>(type: "text", nullable: true),
                    problem = table.Column<string>(type: "text", nullable: true),
                    help_needed = table.Column<string>(type: "text", nullable: true),
                    next_step = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_report_notes", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_report_notes_ledger_items_item_id",
                        column: x => x.item_id,
                        principalTable: "ledger_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_report_notes_ledger_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "ledger_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rated = table.Column<bool>(type: "boolean", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    actual = table.Column<decimal>(type: "numeric", nullable: true),
                    of_plan = table.Column<decimal>(type: "numeric", nullable: true),
                    of_promise = table.Column<decimal>(type: "numeric", nullable: true),
                    of_original = table.Column<decimal>(type: "numeric", nullable: true),
                    due = table.Column<decimal>(type: "numeric", nullable: true),
                    gap = table.Column<decimal>(type: "numeric", nullable: true),
                    progress = table.Column<string>(type: "text", nullable: false),
                    light = table.Column<string>(type: "text", nullable: false),
                    overdue = table.Column<bool>(type: "boolean", nullable: false),
                    reason_chinese = table.Column<string>(type: "text", nullable: false),
                    reason_english = table.Column<string>(type: "text", nullable: false),
                    rules_version = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    verification = table.Column<string>(type: "text", nullable: false),
                    decided_progress = table.Column<string>(type: "text", nullable: true),
                    decided_light = table.Column<string>(type: "text", nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    decided_by_post = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    shown_light = table.Column<string>(type: "text", nullable: false, computedColumnSql: "COALESCE(decided_light, light)", stored: true),
                    shown_progress = table.Column<string>(type: "text", nullable: false, computedColumnSql: "COALESCE(decided_progress, progress)", stored: true),
                    urgency = table.Column<double>(type: "double precision", nullable: false, computedColumnSql: "CASE COALESCE(decided_light, light) WHEN 'Alarm' THEN 0.0 WHEN 'Warning' THEN 10000000.0 WHEN 'None' THEN 20000000.0 WHEN 'Good' THEN 30000000.0 ELSE 40000000.0 END - CASE WHEN overdue THEN 2000000.0 ELSE 0.0 END + CASE WHEN CAST(COALESCE(gap, 0) AS double precision) > 1000000 THEN 1000000.0 WHEN CAST(COALESCE(gap, 0) AS double precision) < -1000000 THEN -1000000.0 ELSE CAST(COALESCE(gap, 0) AS double precision) END", stored: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_assessments", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_assessments_ledger_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "ledger_indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    caption = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    @public = table.Column<bool>(name: "public", type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_evidence", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_evidence_ledger_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "ledger_indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_evidence_ledger_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "ledger_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_figures", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_figures_ledger_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "ledger_indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_figures_ledger_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "ledger_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_indicator_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    done = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_indicator_steps", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_indicator_steps_ledger_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "ledger_indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_plan_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    before = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    steps_before = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    decision = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    by_post = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_plan_changes", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_plan_changes_ledger_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "ledger_indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_plan_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<decimal>(type: "numeric", nullable: true),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_plan_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_plan_entries_ledger_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "ledger_indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_report_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: true),
                    step_done = table.Column<DateOnly>(type: "date", nullable: true),
                    warning_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_report_lines", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_report_lines_ledger_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "ledger_indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_report_lines_ledger_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "ledger_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_targets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    promised = table.Column<decimal>(type: "numeric", nullable: true),
                    bound = table.Column<string>(type: "text", nullable: false),
                    working_plan = table.Column<decimal>(type: "numeric", nullable: true),
                    deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    wording = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    decision = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    by_post = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    end = table.Column<int>(type: "integer", nullable: true),
                    sentence = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    start = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_targets", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_targets_ledger_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "ledger_indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_verifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    basis = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    file_name = table.Column<string>(type: "text", nullable: true),
                    verifier_person = table.Column<Guid>(type: "uuid", nullable: false),
                    verifier_post = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    cleared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cleared_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    cleared_by_post = table.Column<Guid>(type: "uuid", nullable: true),
                    row_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_verifications", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_verifications_ledger_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "ledger_indicators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assessments_indicator_id",
                table: "ledger_assessments",
                column: "indicator_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assessments_list_id_period_end_urgency",
                table: "ledger_assessments",
                columns: new[] { "list_id", "period_end", "urgency" },
                filter: "rated");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assessments_period_end_indicator_id",
                table: "ledger_assessments",
                columns: new[] { "period_end", "indicator_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assessments_period_end_shown_progress_urgency",
                table: "ledger_assessments",
                columns: new[] { "period_end", "shown_progress", "urgency" },
                filter: "rated");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assessments_period_end_urgency",
                table: "ledger_assessments",
                columns: new[] { "period_end", "urgency" },
                filter: "rated");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_assessments_unit_id_period_end_urgency",
                table: "ledger_assessments",
                columns: new[] { "unit_id", "period_end", "urgency" },
                filter: "rated");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_card_photos_card_id_content",
                table: "ledger_card_photos",
                columns: new[] { "card_id", "content" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_card_photos_item_id",
                table: "ledger_card_photos",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_cards_list_id_period_end",
                table: "ledger_cards",
                columns: new[] { "list_id", "period_end" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_commitments_list_id",
                table: "ledger_commitments",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_commitments_parent_id",
                table: "ledger_commitments",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_evidence_content",
                table: "ledger_evidence",
                column: "content");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_evidence_indicator_id",
                table: "ledger_evidence",
                column: "indicator_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_evidence_report_id",
                table: "ledger_evidence",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_figures_indicator_id_period_end",
                table: "ledger_figures",
                columns: new[] { "indicator_id", "period_end" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_figures_report_id",
                table: "ledger_figures",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_import_drafts_list_id",
                table: "ledger_import_drafts",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_indicator_steps_indicator_id",
                table: "ledger_indicator_steps",
                column: "indicator_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_indicators_counted_by_id",
                table: "ledger_indicators",
                column: "counted_by_id",
                filter: "counted_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_indicators_given_at",
                table: "ledger_indicators",
                column: "given_at",
                filter: "given_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_indicators_item_id",
                table: "ledger_indicators",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_indicators_kind",
                table: "ledger_indicators",
                column: "kind");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_indicators_part_of_id",
                table: "ledger_indicators",
                column: "part_of_id",
                filter: "part_of_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_indicators_stage",
                table: "ledger_indicators",
                column: "stage");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_indicators_unit_id",
                table: "ledger_indicators",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_item_funds_item_id",
                table: "ledger_item_funds",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_item_links_item_id_same_as_id",
                table: "ledger_item_links",
                columns: new[] { "item_id", "same_as_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_item_links_same_as_id",
                table: "ledger_item_links",
                column: "same_as_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_item_units_item_id_unit_id",
                table: "ledger_item_units",
                columns: new[] { "item_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_item_units_unit_id",
                table: "ledger_item_units",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_items_commitment_id",
                table: "ledger_items",
                column: "commitment_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_items_lead_post_id",
                table: "ledger_items",
                column: "lead_post_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_items_list_id_number",
                table: "ledger_items",
                columns: new[] { "list_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_kept_filters_person_id_name",
                table: "ledger_kept_filters",
                columns: new[] { "person_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_light_tallies_period",
                table: "ledger_light_tallies",
                column: "period_end");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_lists_year",
                table: "ledger_lists",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_match_decisions_first_key_second_key",
                table: "ledger_match_decisions",
                columns: new[] { "first_key", "second_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_person_desks_person_id",
                table: "ledger_person_desks",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_plan_changes_indicator_id_number",
                table: "ledger_plan_changes",
                columns: new[] { "indicator_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_plan_entries_indicator_id_month",
                table: "ledger_plan_entries",
                columns: new[] { "indicator_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_rating_runs_list_id_period_end",
                table: "ledger_rating_runs",
                columns: new[] { "list_id", "period_end" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_reminders_period_end_unit_id",
                table: "ledger_reminders",
                columns: new[] { "period_end", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_report_lines_indicator_id",
                table: "ledger_report_lines",
                column: "indicator_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_report_lines_report_id_indicator_id",
                table: "ledger_report_lines",
                columns: new[] { "report_id", "indicator_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_report_notes_item_id",
                table: "ledger_report_notes",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_report_notes_report_id_item_id",
                table: "ledger_report_notes",
                columns: new[] { "report_id", "item_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_reports_period_end_state",
                table: "ledger_reports",
                columns: new[] { "period_end", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_reports_unit_id_period_end_version",
                table: "ledger_reports",
                columns: new[] { "unit_id", "period_end", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_sent_reminders_subject_id_period_end_kind_day",
                table: "ledger_sent_reminders",
                columns: new[] { "subject_id", "period_end", "kind", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_targets_at",
                table: "ledger_targets",
                column: "at",
                filter: "version > 1");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_targets_indicator_id_version",
                table: "ledger_targets",
                columns: new[] { "indicator_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_task_editions_list_id_number",
                table: "ledger_task_editions",
                columns: new[] { "list_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_typed_drafts_account_id_unit_id_period_end",
                table: "ledger_typed_drafts",
                columns: new[] { "account_id", "unit_id", "period_end" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_unit_ratings_unit_id_period_end",
                table: "ledger_unit_ratings",
                columns: new[] { "unit_id", "period_end" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_verifications_indicator_id_period_end",
                table: "ledger_verifications",
                columns: new[] { "indicator_id", "period_end" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_verifications_period_end",
                table: "ledger_verifications",
                column: "period_end");

            migrationBuilder.CreateIndex(
                name: "IX_library_corrections_document_id",
                table: "library_corrections",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_library_documents_hash",
                table: "library_documents",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_library_documents_received_at",
                table: "library_documents",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "IX_library_readings_document_id_program_version",
                table: "library_readings",
                columns: new[] { "document_id", "program_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_accounts_person_id",
                table: "platform_accounts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_accounts_user_name",
                table: "platform_accounts",
                column: "user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_attachments_sha256",
                table: "platform_attachments",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_platform_external_links_account_id",
                table: "platform_external_links",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_external_links_provider_subject",
                table: "platform_external_links",
                columns: new[] { "provider", "subject" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_platform_journal_events_process_id",
                table: "platform_journal_events",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_journal_events_subject_id",
                table: "platform_journal_events",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_journal_sealed",
                table: "platform_journal_processes",
                columns: new[] { "batch", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_unsealed",
                table: "platform_journal_processes",
                column: "id",
                filter: "batch IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_platform_journal_seals_day",
                table: "platform_journal_seals",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_platform_notices_person_id_at",
                table: "platform_notices",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_org_successions_from_id",
                table: "platform_org_successions",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_org_successions_to_id",
                table: "platform_org_successions",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_org_units_name",
                table: "platform_org_units",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "IX_platform_org_units_parent_id",
                table: "platform_org_units",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_org_units_path",
                table: "platform_org_units",
                column: "path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due",
                table: "platform_outbox",
                column: "next_try",
                filter: "sent_at IS NULL AND failed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_platform_passkeys_account_id",
                table: "platform_passkeys",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_passkeys_credential_id",
                table: "platform_passkeys",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_post_deputies_person_id",
                table: "platform_post_deputies",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_post_deputies_post_id",
                table: "platform_post_deputies",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_post_holdings_person_id",
                table: "platform_post_holdings",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_post_holdings_post_id",
                table: "platform_post_holdings",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_posts_unit_id",
                table: "platform_posts",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_role_bindings_post_id",
                table: "platform_role_bindings",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_role_bindings_unit_id",
                table: "platform_role_bindings",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_rule_editions_version",
                table: "platform_rule_editions",
                column: "version",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_sessions_account_id",
                table: "platform_sessions",
                column: "account_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_assessments");

            migrationBuilder.DropTable(
                name: "ledger_card_photos");

            migrationBuilder.DropTable(
                name: "ledger_evidence");

            migrationBuilder.DropTable(
                name: "ledger_figures");

            migrationBuilder.DropTable(
                name: "ledger_import_drafts");

            migrationBuilder.DropTable(
                name: "ledger_indicator_steps");

            migrationBuilder.DropTable(
                name: "ledger_item_funds");

            migrationBuilder.DropTable(
                name: "ledger_item_links");

            migrationBuilder.DropTable(
                name: "ledger_item_units");

            migrationBuilder.DropTable(
                name: "ledger_kept_filters");

            migrationBuilder.DropTable(
                name: "ledger_light_tallies");

            migrationBuilder.DropTable(
                name: "ledger_match_decisions");

            migrationBuilder.DropTable(
                name: "ledger_person_desks");

            migrationBuilder.DropTable(
                name: "ledger_plan_changes");

            migrationBuilder.DropTable(
                name: "ledger_plan_entries");

            migrationBuilder.DropTable(
                name: "ledger_rating_runs");

            migrationBuilder.DropTable(
                name: "ledger_reminders");

            migrationBuilder.DropTable(
                name: "ledger_report_lines");

            migrationBuilder.DropTable(
                name: "ledger_report_notes");

            migrationBuilder.DropTable(
                name: "ledger_sent_reminders");

            migrationBuilder.DropTable(
                name: "ledger_strips");

            migrationBuilder.DropTable(
                name: "ledger_targets");

            migrationBuilder.DropTable(
                name: "ledger_task_editions");

            migrationBuilder.DropTable(
                name: "ledger_typed_drafts");

            migrationBuilder.DropTable(
                name: "ledger_unit_ratings");

            migrationBuilder.DropTable(
                name: "ledger_verifications");

            migrationBuilder.DropTable(
                name: "library_corrections");

            migrationBuilder.DropTable(
                name: "library_files");

            migrationBuilder.DropTable(
                name: "library_readings");

            migrationBuilder.DropTable(
                name: "platform_attachments");

            migrationBuilder.DropTable(
                name: "platform_blobs");

            migrationBuilder.DropTable(
                name: "platform_external_links");

            migrationBuilder.DropTable(
                name: "platform_jobs");

            migrationBuilder.DropTable(
                name: "platform_journal_events");

            migrationBuilder.DropTable(
                name: "platform_journal_seals");

            migrationBuilder.DropTable(
                name: "platform_notices");

            migrationBuilder.DropTable(
                name: "platform_org_import_drafts");

            migrationBuilder.DropTable(
                name: "platform_org_successions");

            migrationBuilder.DropTable(
                name: "platform_outbox");

            migrationBuilder.DropTable(
                name: "platform_passkeys");

            migrationBuilder.DropTable(
                name: "platform_post_deputies");

            migrationBuilder.DropTable(
                name: "platform_post_holdings");

            migrationBuilder.DropTable(
                name: "platform_protection_keys");

            migrationBuilder.DropTable(
                name: "platform_role_bindings");

            migrationBuilder.DropTable(
                name: "platform_rule_editions");

            migrationBuilder.DropTable(
                name: "platform_sessions");

            migrationBuilder.DropTable(
                name: "ledger_cards");

            migrationBuilder.DropTable(
                name: "ledger_reports");

            migrationBuilder.DropTable(
                name: "ledger_indicators");

            migrationBuilder.DropTable(
                name: "library_documents");

            migrationBuilder.DropTable(
                name: "platform_journal_processes");

            migrationBuilder.DropTable(
                name: "platform_posts");

            migrationBuilder.DropTable(
                name: "platform_accounts");

            migrationBuilder.DropTable(
                name: "ledger_items");

            migrationBuilder.DropTable(
                name: "platform_org_units");

            migrationBuilder.DropTable(
                name: "platform_people");

            migrationBuilder.DropTable(
                name: "ledger_commitments");

            migrationBuilder.DropTable(
                name: "ledger_lists");
        }
    }
}
