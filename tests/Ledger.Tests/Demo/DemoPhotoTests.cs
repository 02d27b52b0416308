using Luoshi.Ledger.Demo;
using Luoshi.Platform.Attachments;
using Luoshi.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Demo;

public sealed class DemoPhotoTests
{
    [Theory, DatabaseData]
    public async Task A_made_up_photo_is_taken_in_as_one_with_its_time_and_place(DatabaseKind kind)
    {
        await using var city = await LedgerDatabase.CreateAsync(kind);
        await using var scope = city.Scope();

        var stored = await scope.ServiceProvider.GetRequiredService<AttachmentStore>().AddAsync("现场.jpg", DemoPhoto.Make(3, new DateTime(2026, 6, 5, 9, 30, 0), 35.51m, 122.64m), accountId: null, TestContext.Current.CancellationToken);

        stored.Value.MediaType.ShouldBe("image/jpeg");
        stored.Value.Details.TakenAt.ShouldBe(new DateTime(2026, 6, 5, 9, 30, 0));
        Math.Round(stored.Value.Details.Latitude!.Value, 2).ShouldBe(35.51m);
        Math.Round(stored.Value.Details.Longitude!.Value, 2).ShouldBe(122.64m);
    }
}
