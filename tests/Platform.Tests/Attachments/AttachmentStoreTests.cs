using Luoshi.Platform.Attachments;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Tests.OrgUnits;
using Luoshi.Platform.Tests.Storage;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Tests.Attachments;

public sealed class AttachmentStoreTests
{
    [Theory, DatabaseData]
    public async Task A_photo_keeps_its_bytes_and_tells_when_and_where_it_was_taken(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var photo = Files.Jpeg(Files.Exif());

        var stored = await AddAsync(city, "现场.jpg", photo);

        stored.Details.TakenAt.ShouldBe(new DateTime(2026, 6, 30, 9, 15, 30, DateTimeKind.Unspecified));
        stored.Details.Latitude.ShouldBe(36.091667m);
        stored.Details.Longitude.ShouldBe(120.375m);
        stored.Details.Camera.ShouldBe("Haiyue One");
        var found = (await city.Get<AttachmentStore>().FindAsync([stored.Id], TestContext.Current.CancellationToken)).Single();
        found.ShouldBe(stored);
        var opened = (await city.Get<AttachmentStore>().OpenAsync(stored.Id, TestContext.Current.CancellationToken))!;
        opened.Content.ShouldBe(photo);
        opened.MediaType.ShouldBe("image/jpeg");
    }

    [Theory, DatabaseData]
    public async Task The_same_photo_handed_in_twice_is_kept_once_and_found(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);

        var first = await AddAsync(city, "一月.png", Files.Png());
        var second = await AddAsync(city, "二月.png", Files.Png());

        first.Id.ShouldNotBe(second.Id);
        (await city.Get<AttachmentStore>().SameAsync(second.Sha256, TestContext.Current.CancellationToken)).Select(a => a.FileName).ShouldBe(["一月.png", "二月.png"]);
        (await city.Get<LuoshiDb>().Set<Blob>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task Bytes_altered_in_the_database_are_not_given_out(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var stored = await AddAsync(city, "a.png", Files.Png());
        var other = Files.Png([1, 2, 3]);
        await city.Get<LuoshiDb>().Database.ExecuteSqlAsync($"update platform_blobs set content = {other}", TestContext.Current.CancellationToken);

        await Should.ThrowAsync<InvalidDataException>(() => city.Get<AttachmentStore>().OpenAsync(stored.Id, TestContext.Current.CancellationToken));
    }

    [Theory, DatabaseData]
    public async Task A_refused_file_leaves_nothing(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);

        (await city.Get<AttachmentStore>().AddAsync("a.jpg", [.. "<html>"u8], accountId: null, TestContext.Current.CancellationToken)).IsOk.ShouldBeFalse();

        city.Get<LuoshiDb>().ChangeTracker.Entries<Attachment>().ShouldBeEmpty();
        (await city.Get<LuoshiDb>().Set<Blob>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await city.Get<AttachmentStore>().OpenAsync(Guid.CreateVersion7(), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private static async Task<AttachmentView> AddAsync(City city, string name, byte[] content)
    {
        var db = city.Get<LuoshiDb>();
        db.Begin(Sample.Work, City.Admin);
        var stored = City.Ok(await city.Get<AttachmentStore>().AddAsync(name, content, accountId: null, TestContext.Current.CancellationToken));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return stored;
    }
}
