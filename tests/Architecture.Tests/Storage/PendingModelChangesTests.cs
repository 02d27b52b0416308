using Luoshi.Platform.Storage;
using Luoshi.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Architecture.Tests.Storage;

public sealed class PendingModelChangesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Host=nowhere")]
    public void The_migrations_hold_the_whole_model_of_every_module(string? postgres)
    {
        using var services = new ServiceCollection()
            .AddLuoshi(new StorageOptions { DataFolder = Path.GetTempPath(), Postgres = postgres })
            .BuildServiceProvider();
        using var db = services.GetRequiredService<IDbContextFactory<LuoshiDb>>().CreateDbContext();

        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse("The model has moved on: run ./tools/migrations and commit what it writes.");
    }
}
