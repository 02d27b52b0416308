using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Documents;
using Luoshi.Platform;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Luoshi.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests;

internal static class LedgerDatabase
{
    public static readonly ProcessKind Setup = new("test.setup", "布置", "Set up");

    public static Task<TestDatabase> CreateAsync(DatabaseKind kind) =>
        TestDatabase.CreateAsync(kind, (services, options) => services.AddPlatform(options).AddLedger().AddDocuments().AddScoped<UiContext>());

    /// <summary>A context that may write without a handler: for laying out what a test starts from.</summary>
    public static LuoshiDb Open(TestDatabase database)
    {
        var db = database.Open();
        db.Begin(Setup, Actor.System("test"));
        return db;
    }

    public static ActingPerson Somebody(Hand hand, Guid unit) => new()
    {
        Person = Guid.NewGuid(),
        Actor = new Actor { AccountId = Guid.NewGuid(), PostId = Guid.NewGuid(), Name = hand.ToString() },
        Hand = hand,
        Unit = unit,
    };
}
