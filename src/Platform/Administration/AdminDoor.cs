using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Access;
using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.Journal;

namespace Luoshi.Platform.Administration;

/// <summary>Lets administrators in, and says for which post they act.</summary>
internal sealed class AdminDoor(CurrentUser user, AccessService access)
{
    public async Task<Outcome<Actor>> EnterAsync(CancellationToken cancellation)
    {
        if (user.PersonId is not { } person || await access.OfAsync(person, cancellation: cancellation) is not { } view || view.Tops(Role.Administrator).Count == 0)
            return AccessService.Denied;
        return await user.ActAsync(Role.Administrator, view.Tops(Role.Administrator).First(), cancellation);
    }
}
