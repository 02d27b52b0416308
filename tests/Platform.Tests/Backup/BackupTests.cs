using System.IO.Compression;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.Backup;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Tests.Attachments;
using Luoshi.Platform.Tests.OrgUnits;
using Luoshi.Platform.Tests.Storage;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Backup;

public sealed class BackupTests
{
    [Theory, DatabaseData]
    public async Task Everything_comes_back_attachments_and_journal_included(DatabaseKind kind)
    {
        await using var source = await FilledAsync(kind);
        var file = Path.Combine(source.Options.DataFolder, "backup.zip");
        Directory.CreateDirectory(Path.Combine(source.Options.DataFolder, "rulepacks"));
        await File.WriteAllTextAsync(Path.Combine(source.Options.DataFolder, "rulepacks", "own.json"), "{}", TestContext.Current.CancellationToken);

        City.Ok(await source.Services.GetRequiredService<BackupService>().BackupAsync(file, TestContext.Current.CancellationToken));
        await using var target = await TestDatabase.CreateEmptyAsync(kind, Platform);
        City.Ok(await target.Services.GetRequiredService<RestoreService>().RestoreAsync(file, TestContext.Current.CancellationToken));

        await using var db = target.Open();
        (await db.Set<OrgUnit>().Select(u => u.Name).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["海岳市人民政府", "云栖区人民政府"], ignoreOrder: true);
        await using var scope = target.Scope();
        var photo = await db.Set<Attachment>().SingleAsync(TestContext.Current.CancellationToken);
        (await scope.ServiceProvider.GetRequiredService<AttachmentStore>().OpenAsync(photo.Id, TestContext.Current.CancellationToken))!.Content.ShouldBe(Files.Jpeg(Files.Exif()));
        File.Exists(Path.Combine(target.Options.DataFolder, "rulepacks", "own.json")).ShouldBeTrue();
        var report = await target.Services.GetRequiredService<JournalVerifier>().VerifyAsync(cancellation: TestContext.Current.CancellationToken);
        report.Faults.ShouldBeEmpty();
        report.Processes.ShouldBe(3);
        report.Head.ShouldBe((await source.Services.GetRequiredService<JournalVerifier>().VerifyAsync(cancellation: TestContext.Current.CancellationToken)).Head);
    }

    [Theory, DatabaseData]
    public async Task A_backup_made_while_others_write_is_of_one_moment(DatabaseKind kind)
    {
        await using var source = await FilledAsync(kind);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            await using var scope = source.Scope();
            var units = scope.ServiceProvider.GetRequiredService<UnitRegister>();
            for (var i = 0; !stop.IsCancellationRequested; i++)
                City.Ok(await units.AddAsync(new NewUnit { Name = $"单位{i}", From = City.Founded }, City.Admin, cancellation: TestContext.Current.CancellationToken));
        }, TestContext.Current.CancellationToken);

        var file = Path.Combine(source.Options.DataFolder, "backup.zip");
        City.Ok(await source.Services.GetRequiredService<BackupService>().BackupAsync(file, TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await writing;
        await using var target = await TestDatabase.CreateEmptyAsync(kind, Platform);
        City.Ok(await target.Services.GetRequiredService<RestoreService>().RestoreAsync(file, TestContext.Current.CancellationToken));

        await using var db = target.Open();
        var units = await db.Set<OrgUnit>().Select(u => u.Id).ToListAsync(TestContext.Current.CancellationToken);
        var told = await db.Set<JournalEvent>().Where(e => e.Subject == "platform_org_units").Select(e => e.SubjectId).ToListAsync(TestContext.Current.CancellationToken);
        units.ShouldBe(told, ignoreOrder: true);
    }

    [Theory, DatabaseData]
    public async Task Nothing_is_restored_over_data(DatabaseKind kind)
    {
        await using var source = await FilledAsync(kind);
        var file = Path.Combine(source.Options.DataFolder, "backup.zip");
        City.Ok(await source.Services.GetRequiredService<BackupService>().BackupAsync(file, TestContext.Current.CancellationToken));

        (await source.Services.GetRequiredService<RestoreService>().RestoreAsync(file, TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("backup.not_empty");
        (await source.Services.GetRequiredService<BackupService>().BackupAsync(file, TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("backup.exists");
    }

    [Theory, DatabaseData]
    public async Task A_damaged_backup_is_refused_before_anything_is_touched(DatabaseKind kind)
    {
        await using var source = await FilledAsync(kind);
        var file = Path.Combine(source.Options.DataFolder, "backup.zip");
        var manifest = City.Ok(await source.Services.GetRequiredService<BackupService>().BackupAsync(file, TestContext.Current.CancellationToken)).Manifest;
        await using (var archive = await ZipFile.OpenAsync(file, ZipArchiveMode.Update, TestContext.Current.CancellationToken))
        {
            var part = archive.GetEntry(manifest.Parts[0].Name)!;
            await using var content = await part.OpenAsync(TestContext.Current.CancellationToken);
            content.Position = content.Length / 2;
            await content.WriteAsync("x"u8.ToArray(), TestContext.Current.CancellationToken);
        }

        await using var target = await TestDatabase.CreateEmptyAsync(kind, Platform);
        (await target.Services.GetRequiredService<RestoreService>().RestoreAsync(file, TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("backup.damaged");
        File.Exists(target.Options.SqliteFile).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("no archive")]
    public async Task What_is_no_backup_is_refused(string content)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);

        (await RestoreService.CheckAsync(file, TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("backup.not_a_backup");
        (await RestoreService.CheckAsync(file + "-missing", TestContext.Current.CancellationToken)).Refusal!.Code.ShouldBe("backup.not_a_backup");
        File.Delete(file);
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateEmptyAsync(kind, Platform);
        City.Ok(await database.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(TestContext.Current.CancellationToken));
        await using var scope = database.Scope();
        var units = scope.ServiceProvider.GetRequiredService<UnitRegister>();
        var root = City.Ok(await units.AddAsync(new NewUnit { Name = "海岳市人民政府", From = City.Founded }, City.Admin, cancellation: TestContext.Current.CancellationToken));
        City.Ok(await units.AddAsync(new NewUnit { Name = "云栖区人民政府", ParentId = root, From = City.Founded }, City.Admin, cancellation: TestContext.Current.CancellationToken));
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        db.Begin(Sample.Work, City.Admin);
        City.Ok(await scope.ServiceProvider.GetRequiredService<AttachmentStore>().AddAsync("现场.jpg", Files.Jpeg(Files.Exif()), accountId: null, TestContext.Current.CancellationToken));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await database.Services.GetRequiredService<JournalSealer>().SealAllAsync(TestContext.Current.CancellationToken);
        return database;
    }

    /// <summary>The migrations hold every module's tables and this project only knows the platform's.</summary>
    private static void Platform(IServiceCollection services, StorageOptions options) => services
        .AddPlatform(options)
        .ConfigureDbContext<LuoshiDb>(builder => builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
}
