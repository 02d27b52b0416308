using System.Security.Cryptography;
using System.Text;
using Luoshi.Kernel.Rules;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Luoshi.Platform.RulePacks;

/// <summary>
/// An edition of the rules this installation works by, as it was when it was first seen. Rules are files; this row is what makes
/// their coming, and a change that should not have been, part of the journal.
/// </summary>
internal sealed class RuleEdition : EditableEntity
{
    public const int MaxVersion = 100;

    public required string Version { get; init; }

    public required string Title { get; set; }

    public required string Basis { get; set; }

    public required DateOnly From { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>Every rule in plain words, as the page of rules says them.</summary>
    public required string Content { get; set; }

    public required string Sha256 { get; set; }

    public required DateTime SeenAt { get; init; }
}

internal static class RuleModel
{
    public static ModuleModel AddRules(this ModuleModel model) => model.Table<RuleEdition>("rule_editions", edition =>
    {
        edition.Property(e => e.Version).HasMaxLength(RuleEdition.MaxVersion);
        edition.HasIndex(e => e.Version).IsUnique();
    });
}

/// <summary>Notes at the start which editions are in use, so that history can say since when, and whether one was altered under its number.</summary>
internal sealed class RuleEditions(IDbContextFactory<LuoshiDb> factory, RulePackLibrary library, TimeProvider clock, ILogger<RuleEditions> log) : BackgroundService
{
    private static readonly ProcessKind TakeIn = new("rules.take_in", "启用规则版本", "Take an edition of the rules in");
    private static readonly ProcessKind Altered = new("rules.altered", "规则文件内容变动", "A rule file changed under its number");

    public async Task NoteAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var known = await db.Set<RuleEdition>().ToDictionaryAsync(e => e.Version, StringComparer.Ordinal, cancellation);
        foreach (var pack in library.All)
        {
            if (!known.TryGetValue(pack.Version, out var edition))
                await SaveAsync(db, TakeIn, Of(pack), cancellation);
            else if (Of(pack) is var now && now.Sha256 != edition.Sha256)
                await SaveAsync(db, Altered, Take(edition, now), cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await NoteAsync(stoppingToken);
        }
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            log.RulesNotNoted(problem);
        }
    }

    /// <summary>Of several nodes that start together one writes the row; the others find it there.</summary>
    private static async Task SaveAsync(LuoshiDb db, ProcessKind kind, RuleEdition edition, CancellationToken cancellation)
    {
        if (db.Entry(edition).State == EntityState.Detached)
            db.Add(edition);
        db.Begin(kind, Actor.System("系统"));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
        }
    }

    private static RuleEdition Take(RuleEdition edition, RuleEdition now)
    {
        (edition.Title, edition.Basis, edition.From, edition.Until, edition.Content, edition.Sha256) = (now.Title, now.Basis, now.From, now.Until, now.Content, now.Sha256);
        return edition;
    }

    private RuleEdition Of(RulePack pack)
    {
        var content = string.Join('\n', PlainRules.Assessment(pack).Concat(PlainRules.Reporting(pack)).Concat(PlainRules.Escalation(pack)).Select(sentence => sentence.Chinese)
            .Append(string.Join(" → ", pack.Levels.Select(level => level.Chinese))));
        return new RuleEdition
        {
            Version = pack.Version,
            Title = pack.Title.Chinese,
            Basis = pack.Basis.Chinese,
            From = pack.From,
            Until = pack.Until,
            Content = content,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))),
            SeenAt = clock.GetUtcNow().UtcDateTime,
        };
    }
}
