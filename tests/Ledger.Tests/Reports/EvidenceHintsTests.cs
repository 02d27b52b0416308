using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Platform.Attachments;

namespace Luoshi.Ledger.Tests.Reports;

public sealed class EvidenceHintsTests
{
    private static readonly MapPlace Site = new(36.09167m, 120.375m);

    [Fact]
    public void A_photo_of_the_month_at_the_site_raises_no_eyebrow() => Hints(new DateTime(2025, 6, 12), Site).ShouldBeEmpty();

    [Theory]
    [InlineData("2025-05-20", "拍摄早于报告期12天")]
    [InlineData("2025-07-03", "拍摄晚于报告期3天")]
    public void A_photo_from_outside_the_period_is_told(string taken, string expected) =>
        Hints(DateTime.Parse(taken, System.Globalization.CultureInfo.InvariantCulture), Site).ShouldBe([expected]);

    [Fact]
    public void A_photo_from_elsewhere_tells_how_far() =>
        // One degree of latitude is 111.2 km everywhere.
        Hints(new DateTime(2025, 6, 12), Site with { Latitude = 37.09167m }).ShouldBe(["拍摄地距项目地点约111.2公里"]);

    [Fact]
    public void Used_before_is_named_with_where() =>
        EvidenceHints.Of(File(null, null), Office.June, Site, "市教育局2025年5月报告“学校食堂”").Select(h => h.Chinese).ShouldBe(["已在市教育局2025年5月报告“学校食堂”用过"]);

    [Theory]
    [InlineData("36.09167, 120.375", true)]
    [InlineData("36.09167，120.375", true)]
    [InlineData("120.375, 36.09167", false)]
    [InlineData("36", false)]
    [InlineData("某某路", false)]
    public void A_place_is_read_as_maps_print_it(string text, bool good)
    {
        MapPlace.TryParse(text, out var place).ShouldBe(good);
        if (good)
            place.ShouldBe(Site);
    }

    private static IEnumerable<string> Hints(DateTime? taken, MapPlace? at) => EvidenceHints.Of(File(taken, at), Office.June, Site, usedBefore: null).Select(h => h.Chinese);

    private static AttachmentView File(DateTime? taken, MapPlace? at) =>
        new(Guid.NewGuid(), "现场.jpg", "image/jpeg", 1, "00", new DateTime(2025, 7, 4), new PhotoDetails(taken, at?.Latitude, at?.Longitude, Camera: null));
}
