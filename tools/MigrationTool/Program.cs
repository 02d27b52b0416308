using Luoshi.MigrationTool;
using Luoshi.Platform.Storage;
using Luoshi.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

// migrations            rewrites the one initial migration of both databases (until the first release)
// migrations add NAME   adds a further migration to both (from the first release on)
var root = Path.GetFullPath(args is ["--root", var folder, ..] ? folder : ".");
var name = args.SkipWhile(arg => arg != "add").ElementAtOrDefault(1);
if (args.Contains("add") && name is null)
{
    Console.Error.WriteLine("usage: migrations [add NAME]");
    return 2;
}

foreach (var (database, postgres) in new[] { ("Sqlite", (string?)null), ("Postgres", "Host=design-time") })
{
    var services = new ServiceCollection().AddLuoshi(new StorageOptions { DataFolder = Path.GetTempPath(), Postgres = postgres });
    await using var provider = services.BuildServiceProvider();
    await using var db = await provider.GetRequiredService<IDbContextFactory<LuoshiDb>>().CreateDbContextAsync();
    var (options, parts) = (provider.GetRequiredService<DbContextOptions<LuoshiDb>>(), provider.GetRequiredService<ModelParts>());
    var written = new MigrationSet(db, options, parts, Path.Combine(root, "src", $"Migrations.{database}"), $"Luoshi.Migrations.{database}").Write(name);
    Console.WriteLine(written is null ? $"{database}: nothing to add" : $"{database}: {written}");
}

return 0;
