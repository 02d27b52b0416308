using Luoshi.Platform.Identity.Protection;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Clocks;
using Luoshi.Testing.Databases;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Identity;

/// <summary>The installation's keys lie encrypted in the database, under a key that is not in it.</summary>
public sealed class ProtectionKeyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task What_lies_in_the_database_opens_nothing_without_the_file(DatabaseKind kind)
    {
        await using var database = await DatabaseAsync(kind);
        var secret = Protect(database.Services);

        await using var db = database.Open();
        var stored = await db.Set<ProtectionKey>().Select(k => k.Xml).SingleAsync(Stop);
        stored.ShouldContain("sealedByKeyFile");
        stored.ShouldNotContain("<value>");
        await using var node = Node(database, File.ReadAllText(KeyPath(database.Options)));
        node.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret).ShouldBe("secret", "a node with the same file is the same installation");
        (await node.GetRequiredService<ProtectionCheck>().RefusedAsync(Stop)).ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task A_node_with_another_key_a_broken_one_or_none_is_refused_in_words(DatabaseKind kind)
    {
        await using var database = await DatabaseAsync(kind);
        Protect(database.Services);

        await using var stranger = Node(database, Convert.ToBase64String(new byte[32]));
        (await stranger.GetRequiredService<ProtectionCheck>().RefusedAsync(Stop))!.Code.ShouldBe("identity.key_other");
        await using var broken = Node(database, "not a key");
        (await broken.GetRequiredService<ProtectionCheck>().RefusedAsync(Stop))!.Code.ShouldBe("identity.key_broken");
        await using var empty = Node(database, key: null);
        (await empty.GetRequiredService<ProtectionCheck>().RefusedAsync(Stop))!.Code.ShouldBe("identity.key_missing");
    }

    [Theory, DatabaseData]
    public async Task Renewed_keys_sign_everybody_out_and_drop_one_time_codes_with_a_trace(DatabaseKind kind)
    {
        await using var database = await DatabaseAsync(kind);
        Protect(database.Services);
        await using var node = Node(database, key: null);

        (await node.GetRequiredService<ProtectionCheck>().RenewAsync(Stop)).ShouldBe(0);

        (await node.GetRequiredService<ProtectionCheck>().RefusedAsync(Stop)).ShouldBeNull();
        Protect(node).ShouldNotBeEmpty();
        await using var db = database.Open();
        (await db.Set<ProtectionKey>().CountAsync(Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task The_file_is_for_its_owner_alone()
    {
        await using var database = await DatabaseAsync(DatabaseKind.Sqlite);
        Protect(database.Services);

        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(KeyPath(database.Options)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static string Protect(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("secret");

    private static string KeyPath(StorageOptions options) => Path.Combine(options.DataFolder, ProtectionKeyFile.FileName);

    private static Task<TestDatabase> DatabaseAsync(DatabaseKind kind) =>
        TestDatabase.CreateAsync(kind, (services, options) => services.AddSingleton<TimeProvider>(FakeClock.At(2026, 6, 30)).AddPlatform(options));

    /// <summary>Another process on the same database; on SQLite on the same file, with a folder of its own for its key.</summary>
    private static ServiceProvider Node(TestDatabase database, string? key)
    {
        var folder = Directory.CreateTempSubdirectory("luoshi-node").FullName;
        if (key is not null)
            File.WriteAllText(Path.Combine(folder, ProtectionKeyFile.FileName), key);
        if (database.Options.Postgres is null)
            File.CreateSymbolicLink(Path.Combine(folder, "luoshi.db"), database.Options.SqliteFile);
        return new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(FakeClock.At(2026, 6, 30)).AddPlatform(database.Options with { DataFolder = folder }).BuildServiceProvider();
    }
}
