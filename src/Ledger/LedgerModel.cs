using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Assessments.Strips;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Comparing;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Overview.Keeping;
using Luoshi.Ledger.Overview.Reminding;
using Luoshi.Ledger.Reminders;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Photos;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Keeping;
using Luoshi.Ledger.Targets;
using Luoshi.Ledger.TaskSheets;
using Luoshi.Ledger.Verifying;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.Ledger;

/// <summary>The ledger's tables. Nothing is deleted by cascade: what was once reported keeps its history.</summary>
internal static class LedgerModel
{
    public static void Configure(ModuleModel model)
    {
        Promises(model);
        Counting(model);
        Reporting(model);
        Publishing(model);
        Watching(model);
    }

    private static void Promises(ModuleModel model) => model
        .Table<PromiseList>("lists", list =>
        {
            list.Property(l => l.Title).HasMaxLength(PromiseList.MaxTitle);
            list.HasIndex(l => l.Year);
        })
        .Table<Commitment>("commitments", commitment =>
        {
            commitment.Property(c => c.Promise).HasMaxLength(Commitment.MaxPromise);
            commitment.ComplexProperty(c => c.Source, Place);
            Belongs<Commitment, PromiseList>(commitment, nameof(Commitment.ListId));
            Belongs<Commitment, Commitment>(commitment, nameof(Commitment.ParentId));
        })
        .Table<Item>("items", item =>
        {
            item.Property(i => i.Name).HasMaxLength(Item.MaxName);
            item.Property(i => i.Content).HasMaxLength(Item.MaxContent);
            item.Property(i => i.LeadOfficial).HasMaxLength(Item.MaxOfficial);
            item.Property(i => i.Contact).HasMaxLength(Item.MaxContact);
            item.Property(i => i.Location).HasMaxLength(Item.MaxLocation);
            item.Property(i => i.PolicyBasis).HasMaxLength(Item.MaxBasis);
            item.Property(i => i.PublicSummary).HasMaxLength(Item.MaxSummary);
            item.ComplexProperty(i => i.Source, Place);
            item.ComplexProperty(i => i.Sheet, sheet =>
            {
                sheet.Property(s => s.File).HasMaxLength(SheetPlace.MaxFile);
                sheet.Property(s => s.Words).HasMaxLength(SheetPlace.MaxWords);
            });
            Belongs<Item, PromiseList>(item, nameof(Item.ListId));
            Belongs<Item, Commitment>(item, nameof(Item.CommitmentId));
            item.HasIndex(i => new { i.ListId, i.Number }).IsUnique();
            item.HasIndex(i => i.LeadPostId);
        })
        .Table<ItemUnit>("item_units", unit =>
        {
            Belongs<ItemUnit, Item>(unit, nameof(ItemUnit.ItemId));
            unit.HasIndex(u => new { u.ItemId, u.UnitId }).IsUnique();
            unit.HasIndex(u => u.UnitId);
        })
        .Table<ItemFund>("item_funds", fund =>
        {
            fund.Property(f => f.Source).HasMaxLength(ItemFund.MaxSource);
            Belongs<ItemFund, Item>(fund, nameof(ItemFund.ItemId));
        })
        .Table<ItemLink>("item_links", link =>
        {
            Belongs<ItemLink, Item>(link, nameof(ItemLink.ItemId));
            Belongs<ItemLink, Item>(link, nameof(ItemLink.SameAsId));
            link.HasIndex(l => new { l.ItemId, l.SameAsId }).IsUnique();
        });

    private static void Counting(ModuleModel model) => model
        .Table<Indicator>("indicators", indicator =>
        {
            indicator.Property(i => i.Name).HasMaxLength(Indicator.MaxName);
            indicator.Property(i => i.Unit).HasMaxLength(Indicator.MaxUnit);
            indicator.Ignore(i => i.Printed);
            indicator.Ignore(i => i.IsRated);
            Belongs<Indicator, Item>(indicator, nameof(Indicator.ItemId));
            Belongs<Indicator, Indicator>(indicator, nameof(Indicator.PartOfId));
            Belongs<Indicator, Indicator>(indicator, nameof(Indicator.CountedById));
            // Nearly all stand alone. An index of all of them says "one value for everything" to a planner, which then reads the whole table.
            indicator.HasIndex(i => i.PartOfId).HasFilter("part_of_id IS NOT NULL");
            indicator.HasIndex(i => i.CountedById).HasFilter("counted_by_id IS NOT NULL");
            indicator.HasIndex(i => i.UnitId);
            // Asked for by the few that came lately.
            indicator.HasIndex(i => i.GivenAt).HasFilter("given_at IS NOT NULL");
            // Most are plain quantities; the others are asked for by kind, and all by stage.
            indicator.HasIndex(i => i.Kind);
            indicator.HasIndex(i => i.Stage);
        })
        .Table<IndicatorStep>("indicator_steps", step =>
        {
            step.Property(s => s.Name).HasMaxLength(IndicatorStep.MaxName);
            Belongs<IndicatorStep, Indicator>(step, nameof(IndicatorStep.IndicatorId));
        })
        .Table<PlanEntry>("plan_entries", entry =>
        {
            entry.Property(e => e.Words).HasMaxLength(PlanEntry.MaxWords);
            Belongs<PlanEntry, Indicator>(entry, nameof(PlanEntry.IndicatorId));
            entry.HasIndex(e => new { e.IndicatorId, e.Month }).IsUnique();
        })
        .Table<PlanChange>("plan_changes", change =>
        {
            change.Property(c => c.Before).HasMaxLength(PlanChange.MaxBefore);
            change.Property(c => c.StepsBefore).HasMaxLength(PlanChange.MaxStepsBefore);
            change.Property(c => c.Decision).HasMaxLength(Target.MaxDecision);
            change.Property(c => c.Reason).HasMaxLength(Target.MaxReason);
            Belongs<PlanChange, Indicator>(change, nameof(PlanChange.IndicatorId));
            change.HasIndex(c => new { c.IndicatorId, c.Number }).IsUnique();
        })
        .Table<Target>("targets", target =>
        {
            target.Property(t => t.Reason).HasMaxLength(Target.MaxReason);
            target.Property(t => t.Decision).HasMaxLength(Target.MaxDecision);
            target.Property(t => t.Wording).HasMaxLength(Target.MaxWording);
            target.Ignore(t => t.Value);
            target.ComplexProperty(t => t.Source, Place);
            Belongs<Target, Indicator>(target, nameof(Target.IndicatorId));
            target.HasIndex(t => new { t.IndicatorId, t.Version }).IsUnique();
            // Changes of promises are few and asked for by when they were made.
            target.HasIndex(t => t.At).HasFilter("version > 1");
        });

    private static void Reporting(ModuleModel model) => model
        .Table<UnitReport>("reports", report =>
        {
            report.Property(r => r.Reason).HasMaxLength(UnitReport.MaxReason);
            report.Property(r => r.BlankReason).HasMaxLength(UnitReport.MaxReason);
            report.Ignore(r => r.Paper);
            report.HasIndex(r => new { r.UnitId, r.PeriodEnd, r.Version }).IsUnique();
            report.HasIndex(r => new { r.PeriodEnd, r.State });
        })
        .Table<ReportLine>("report_lines", line =>
        {
            line.Property(l => l.WarningReason).HasMaxLength(ReportLine.MaxReason);
            Belongs<ReportLine, UnitReport>(line, nameof(ReportLine.ReportId));
            Belongs<ReportLine, Indicator>(line, nameof(ReportLine.IndicatorId));
            line.HasIndex(l => new { l.ReportId, l.IndicatorId }).IsUnique();
        })
        .Table<ReportNote>("report_notes", note =>
        {
            Belongs<ReportNote, UnitReport>(note, nameof(ReportNote.ReportId));
            Belongs<ReportNote, Item>(note, nameof(ReportNote.ItemId));
            note.HasIndex(n => new { n.ReportId, n.ItemId }).IsUnique();
        })
        .Table<Evidence>("evidence", evidence =>
        {
            evidence.Property(e => e.Caption).HasMaxLength(Evidence.MaxCaption);
            Belongs<Evidence, UnitReport>(evidence, nameof(Evidence.ReportId));
            Belongs<Evidence, Indicator>(evidence, nameof(Evidence.IndicatorId));
            evidence.HasIndex(e => e.Content);
        })
        .Table<TypedDraft>("typed_drafts", draft =>
            draft.HasIndex(d => new { d.AccountId, d.UnitId, d.PeriodEnd }).IsUnique())
        .Table<AcceptedFigure>("figures", figure =>
        {
            Belongs<AcceptedFigure, Indicator>(figure, nameof(AcceptedFigure.IndicatorId));
            Belongs<AcceptedFigure, UnitReport>(figure, nameof(AcceptedFigure.ReportId));
            figure.HasIndex(f => new { f.IndicatorId, f.PeriodEnd }).IsUnique();
        });

    private static void Publishing(ModuleModel model) => model
        .Table<UnitStrip>("strips", UnitStrip.Configure)
        .Table<UnitRating>("unit_ratings", UnitRating.Configure)
        .Table<RatingRun>("rating_runs", run =>
        {
            run.Property(r => r.RulesVersion).HasMaxLength(StoredAssessment.MaxRules);
            Belongs<RatingRun, PromiseList>(run, nameof(RatingRun.ListId));
            run.HasIndex(r => new { r.ListId, r.PeriodEnd });
        })
        .Table<StoredAssessment>("assessments", assessment =>
        {
            assessment.Property(a => a.DecisionReason).HasMaxLength(StoredAssessment.MaxReason);
            assessment.Property(a => a.RulesVersion).HasMaxLength(StoredAssessment.MaxRules);
            assessment.Ignore(a => a.Judgement);
            Belongs<StoredAssessment, Indicator>(assessment, nameof(StoredAssessment.IndicatorId));
            assessment.HasIndex(a => new { a.PeriodEnd, a.IndicatorId }).IsUnique();
            LightTally.Shown(assessment);
        })
        .Table<Voice>("verifications", voice =>
        {
            voice.Property(v => v.Basis).HasMaxLength(Voice.MaxBasis);
            voice.Property(v => v.ClearedReason).HasMaxLength(Voice.MaxBasis);
            Belongs<Voice, Indicator>(voice, nameof(Voice.IndicatorId));
            voice.HasIndex(v => new { v.IndicatorId, v.PeriodEnd });
            voice.HasIndex(v => v.PeriodEnd);
        })
        .Table<LightTally>("light_tallies", LightTally.Configure)
        .Table<SentReminder>("sent_reminders", reminder =>
        {
            reminder.Property(r => r.Kind).HasMaxLength(SentReminder.MaxKind);
            reminder.HasIndex(r => new { r.SubjectId, r.PeriodEnd, r.Kind, r.Day }).IsUnique();
        })
        .Table<Card>("cards", card =>
        {
            card.Property(c => c.Title).HasMaxLength(Card.MaxTitle);
            Belongs<Card, PromiseList>(card, nameof(Card.ListId));
            card.HasIndex(c => new { c.ListId, c.PeriodEnd });
        })
        .Table<TaskEdition>("task_editions", edition =>
        {
            edition.Property(e => e.Hash).HasMaxLength(64);
            edition.Property(e => e.WithdrawnReason).HasMaxLength(TaskEdition.MaxReason);
            Belongs<TaskEdition, PromiseList>(edition, nameof(TaskEdition.ListId));
            edition.HasIndex(e => new { e.ListId, e.Number }).IsUnique();
        })
        .Table<CardPhoto>("card_photos", photo =>
        {
            photo.Property(p => p.AltText).HasMaxLength(CardPhoto.MaxAltText);
            photo.Property(p => p.Content).HasMaxLength(64);
            Belongs<CardPhoto, Card>(photo, nameof(CardPhoto.CardId));
            Belongs<CardPhoto, Item>(photo, nameof(CardPhoto.ItemId));
            photo.HasIndex(p => new { p.CardId, p.Content }).IsUnique();
        })
        .Table<MatchDecision>("match_decisions", decision =>
        {
            decision.Property(d => d.FirstKey).HasMaxLength(MatchDecision.MaxKey);
            decision.Property(d => d.SecondKey).HasMaxLength(MatchDecision.MaxKey);
            decision.Property(d => d.FirstWords).HasMaxLength(MatchDecision.MaxWords);
            decision.Property(d => d.SecondWords).HasMaxLength(MatchDecision.MaxWords);
            decision.Property(d => d.Person).HasMaxLength(MatchDecision.MaxPerson);
            decision.HasIndex(d => new { d.FirstKey, d.SecondKey }).IsUnique();
        })
        .Table<ImportDraft>("import_drafts", draft =>
        {
            draft.Property(d => d.FileName).HasMaxLength(ImportDraft.MaxFileName);
            Belongs<ImportDraft, PromiseList>(draft, nameof(ImportDraft.ListId));
        });

    private static void Watching(ModuleModel model) => model
        .Table<PersonDesk>("person_desks", desk =>
        {
            desk.Property(d => d.Columns).HasMaxLength(PersonDesk.MaxColumns);
            desk.HasIndex(d => d.PersonId).IsUnique();
        })
        .Table<KeptFilter>("kept_filters", filter =>
        {
            filter.Property(f => f.Name).HasMaxLength(KeptFilter.MaxName);
            filter.Property(f => f.Query).HasMaxLength(KeptFilter.MaxQuery);
            filter.HasIndex(f => new { f.PersonId, f.Name }).IsUnique();
        })
        .Table<Reminder>("reminders", reminder =>
        {
            reminder.Property(r => r.Text).HasMaxLength(Reminder.MaxText);
            reminder.HasIndex(r => new { r.PeriodEnd, r.UnitId });
        });

    private static void Belongs<T, TOwner>(EntityTypeBuilder<T> entity, string key)
        where T : class
        where TOwner : class =>
        entity.HasOne(typeof(TOwner)).WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    private static void Place(ComplexPropertyBuilder<SourcePlace> place)
    {
        place.Property(p => p.Sentence).HasMaxLength(SourcePlace.MaxSentence);
        place.Ignore(p => p.Span);
        place.Ignore(p => p.Href);
    }
}
