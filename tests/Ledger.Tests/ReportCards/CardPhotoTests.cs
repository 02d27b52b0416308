using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Curves;
using Luoshi.Ledger.ReportCards.Photos;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Ledger.ReportCards.Sharing;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Attachments;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Luoshi.Ledger.Tests.ReportCards;

public sealed class CardPhotoTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A camera's picture: red above, blue below, turned a quarter and with the place it was taken at.</summary>
    internal static byte[] Photo(int orientation = 6)
    {
        using var surface = SKSurface.Create(new SKImageInfo(2000, 1500));
        surface.Canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        surface.Canvas.DrawRect(0, 0, 1000, 1500, red);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        var jpeg = data.ToArray();
        // APP1 with an orientation and a maker's name, put behind the start of the picture.
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0x01, 0x0F, 0, 2, 0, 0, 0, 12, 0, 0, 0, 38, 0, 0, 0, 0, .. "SecretCamera"u8];
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)((exif.Length + 2) & 0xFF), .. exif, .. jpeg[2..]];
    }

    [Fact]
    public void A_display_copy_is_smaller_upright_and_knows_nothing_of_the_camera()
    {
        var copy = DisplayCopy.Make(Photo()).Value;

        (copy.Width, copy.Height).ShouldBe((960, 1280));
        copy.Jpeg.AsSpan().IndexOf("SecretCamera"u8).ShouldBe(-1);
        copy.Jpeg.AsSpan().IndexOf("Exif"u8).ShouldBe(-1);
        using var seen = SKBitmap.Decode(copy.Jpeg);
        // A quarter turn to the right puts what was left on top.
        (seen.GetPixel(480, 100).Red > 200, seen.GetPixel(480, 1180).Blue > 200).ShouldBe((true, true));
    }

    [Theory]
    [InlineData(1, 100, 480, 1180, 480)]
    [InlineData(3, 1180, 480, 100, 480)]
    [InlineData(2, 1180, 480, 100, 480)]
    [InlineData(4, 100, 480, 1180, 480)]
    [InlineData(5, 480, 100, 480, 1180)]
    [InlineData(7, 480, 1180, 480, 100)]
    [InlineData(8, 480, 1180, 480, 100)]
    public void Every_way_a_camera_is_held_comes_out_upright(int orientation, int redX, int redY, int blueX, int blueY)
    {
        using var seen = SKBitmap.Decode(DisplayCopy.Make(Photo(orientation)).Value.Jpeg);

        (seen.GetPixel(redX, redY).Red > 200, seen.GetPixel(blueX, blueY).Blue > 200).ShouldBe((true, true));
    }

    [Fact]
    public void What_is_no_picture_is_refused() => DisplayCopy.Make("%PDF-1.7 nothing"u8.ToArray()).Refusal!.Code.ShouldBe("photo.no_picture");

    [Fact]
    public void The_picture_to_share_has_the_size_chats_ask_for()
    {
        if (ShareImage.Png("海岳市2026年上半年市办实事进展情况", [("6项", "超额完成上半年计划任务"), ("8项", "按计划有序推进")], "海岳市") is not { } png)
        {
            Assert.Skip("no Chinese font on this machine");
            return;
        }

        using var picture = SKBitmap.Decode(png);
        (picture.Width, picture.Height).ShouldBe((1200, 630));
        png.Length.ShouldBeLessThan(150_000);
    }

    [Theory, DatabaseData]
    public async Task Only_photos_of_accepted_reports_are_offered_and_each_needs_its_words(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196");
        var shot = await AttachAsync(office);
        var card = (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Period.OfHalf(2025, 1), AssessmentRules.Default, office.Officer, Stop))).Value;

        (await ChooseAsync(office, card, new WantedPhoto(shot, " "))).Refusal!.Code.ShouldBe("photo.no_alt_text");
        (await ChooseAsync(office, card, new WantedPhoto(new string('0', 64), "别处的照片"))).Refusal!.Code.ShouldBe("photo.not_offered");
        (await office.DoAsync((ChoosePhotos photos) => photos.RunAsync(card, [new WantedPhoto(shot, "改造后的小区门口")], office.Clerk, Stop))).Refusal!.Code.ShouldBe("ledger.not_allowed");
        (await ChooseAsync(office, card, new WantedPhoto(shot, "改造后的小区门口"))).Refusal.ShouldBeNull();

        await using var db = office.Database.Open();
        var chosen = await db.Set<CardPhoto>().SingleAsync(Stop);
        (chosen.AltText, chosen.Width).ShouldBe(("改造后的小区门口", 960));
        var display = (await office.DoAsync((AttachmentStore store) => store.OpenAsync(chosen.DisplayId, Stop))).ShouldNotBeNull();
        display.Content.AsSpan().IndexOf("SecretCamera"u8).ShouldBe(-1);
        // Chosen again, the copy stays; left out, it goes. Who looked at the card before has not seen the choice.
        var seen = (await db.Set<Card>().AsNoTracking().SingleAsync(Stop)).RowVersion;
        seen.ShouldBe(2);
        (await ChooseAsync(office, card, new WantedPhoto(shot, "改造后的小区大门"))).Refusal.ShouldBeNull();
        (await ChooseAsync(office, card)).Refusal.ShouldBeNull();
        (await db.Set<CardPhoto>().CountAsync(Stop)).ShouldBe(0);
        (await office.DoAsync((PublishCard publish) => publish.RunAsync(card, seen, office.Officer, Stop))).Refusal!.Code.ShouldBe(LedgerRefusals.Conflict.Code);
    }

    [Theory, DatabaseData]
    public async Task A_photo_whose_evidence_was_taken_back_goes_out_with_no_card(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("150", period: Period.OfMonth(2025, 5));
        var shot = await AttachAsync(office);
        var card = (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Period.OfHalf(2025, 1), AssessmentRules.Default, office.Officer, Stop))).Value;
        (await ChooseAsync(office, card, new WantedPhoto(shot, "改造后的小区门口"))).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Return, office.Officer, "照片不符")).Refusal.ShouldBeNull();
        (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Period.OfHalf(2025, 1), AssessmentRules.Default, office.Officer, Stop))).Refusal.ShouldBeNull();

        await using var db = office.Database.Open();
        var version = (await db.Set<Card>().AsNoTracking().SingleAsync(Stop)).RowVersion;
        (await office.DoAsync((PublishCard publish) => publish.RunAsync(card, version, office.Officer, Stop))).Refusal.ShouldBeNull();

        (await db.Set<CardPhoto>().CountAsync(Stop)).ShouldBe(0);
        (await ChooseAsync(office, card)).Refusal!.Code.ShouldBe(LedgerRefusals.NotFound.Code, "what is out is touched no more");
    }

    [Theory, DatabaseData]
    public async Task A_number_leads_to_its_released_photos_and_to_no_other_evidence(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196", "40");
        var indicators = await office.IndicatorsAsync();
        var released = await AttachAsync(office);
        var kept = await AttachAsync(office, orientation: 3);
        var ofAnother = await AttachAsync(office, orientation: 8, indicator: 1);
        var card = (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Period.OfHalf(2025, 1), AssessmentRules.Default, office.Officer, Stop))).Value;
        (await ChooseAsync(office, card, new WantedPhoto(released, "改造后的小区门口"), new WantedPhoto(ofAnother, "竣工现场"))).Refusal.ShouldBeNull();
        (await OriginAsync(office, card, indicators[0].Id)).ShouldBeNull("a draft is nobody's business");
        await using (var db = office.Database.Open())
        {
            var version = (await db.Set<Card>().SingleAsync(Stop)).RowVersion;
            (await office.DoAsync((PublishCard publish) => publish.RunAsync(card, version, office.Officer, Stop))).Refusal.ShouldBeNull();
        }

        var shown = (await OriginAsync(office, card, indicators[0].Id)).ShouldNotBeNull().Photos.ShouldHaveSingleItem();
        (shown.Photo.Content, shown.Photo.AltText, shown.Period).ShouldBe((released, "改造后的小区门口", Office.June));
        (await OriginAsync(office, card, indicators[1].Id))?.Photos.Select(p => p.Photo.Content).ShouldBe([ofAnother]);
        kept.ShouldNotBe(released);

        (await office.MoveAsync(ReportAction.Return, office.Officer, "照片不符")).Refusal.ShouldBeNull();
        (await OriginAsync(office, card, indicators[0].Id)).ShouldNotBeNull().Photos.ShouldBeEmpty("evidence of a report that was taken back proves nothing");
    }

    private static Task<OriginView?> OriginAsync(Office office, Guid card, Guid indicator) => office.DoAsync((OriginViews views) => views.OfAsync(card, indicator, Stop));

    [Theory, DatabaseData]
    public async Task The_months_of_a_card_are_kept_with_it(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("150", period: Period.OfMonth(2025, 5));
        await office.AcceptedAsync("196");
        var id = (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Period.OfHalf(2025, 1), AssessmentRules.Default, office.Officer, Stop))).Value;

        await using var db = office.Database.Open();
        var curve = CardCurve.FromJson((await db.Set<Card>().SingleAsync(c => c.Id == id, Stop)).Curves).Single();
        curve.Promised.ShouldBe(200);
        curve.Actual.ShouldBe([null, null, null, null, 150, 196, null, null, null, null, null, null]);
        curve.Planned[11].ShouldBe(216);
    }

    private static Task<Kernel.Outcomes.Outcome<int>> ChooseAsync(Office office, Guid card, params WantedPhoto[] photos) =>
        office.DoAsync((ChoosePhotos choose) => choose.RunAsync(card, photos, office.Officer, Stop));

    /// <summary>Lays the photo under the accepted report, and another one under a report nobody accepted.</summary>
    internal static async Task<string> AttachAsync(Office office, int orientation = 6, int indicator = 0)
    {
        var report = await office.LatestAsync();
        var line = (await office.IndicatorsAsync())[indicator].Id;
        await using var db = LedgerDatabase.Open(office.Database);
        var stored = (await new AttachmentStore(db, TimeProvider.System).AddAsync("小区.jpg", Photo(orientation), accountId: null, Stop)).Value;
        db.Add(new Evidence { ReportId = report.Id, IndicatorId = line, Content = stored.Sha256, FileName = stored.FileName });
        await db.SaveChangesAsync(Stop);
        return stored.Sha256;
    }
}
